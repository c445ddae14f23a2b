/** One error of the schema as a plain sentence: what was expected, and what is there. */

/** An error of ajv, with its option `verbose`. */
export type SchemaError = {
  instancePath: string
  keyword: string
  /** Of each keyword its own. */
  params: {
    type?: string | string[]
    format?: string
    limit?: number
    multipleOf?: number
    allowedValue?: unknown
    allowedValues?: readonly unknown[]
    missingProperty?: string
    additionalProperty?: string
    i?: number
    j?: number
  }
  message?: string
  /** What the keyword says, and the value at that place. */
  schema?: unknown
  data?: unknown
}

/** The most characters that are shown of a value. */
const maxValue = 120

/** A value as a message shows it. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length === 0 ? 'an empty object' : 'an object'
  const text = typeof value === 'string' ? value : String(value)
  const cut = text.length > maxValue ? `${text.slice(0, maxValue)}…` : text
  return typeof value === 'string' ? JSON.stringify(cut) : cut
}

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

const formatWords: Record<string, string> = {
  uri: 'an address such as https://example.org',
  'date-time': 'a date and time with its zone, such as 2026-03-01T09:00:00Z',
  uuid: 'a UUID',
}

/** What the fields that the schema holds to a pattern are, by their names. */
const patternWords: Record<string, string> = {
  cpe: 'a CPE name such as cpe:2.3:a:vendor:product:1.0:*:*:*:*:*:*:*',
  purl: 'a package URL such as pkg:npm/name@1.0.0',
  cve: 'a number such as CVE-2026-12345',
  vectorString: 'a CVSS vector of that version',
  lang: 'a language such as en or de-AT',
  source_lang: 'a language such as en or de-AT',
  version: 'a version such as 1 or 1.0.0',
  number: 'a version such as 1 or 1.0.0',
  value: 'a hash in hexadecimal digits',
  category: 'a word without spaces, hyphens, underscores or dots at its ends',
  id: 'an id without spaces at its ends',
  name: 'a name without spaces, hyphens, underscores or dots at its ends',
  percentile: 'a text from "0.0" to "1.0"',
  probability: 'a text from "0.0" to "1.0"',
}

/** The name of the field at a place; for an item of a list that of the list, in the singular. */
export function fieldAt(place: string): string {
  const name = place.split('/').findLast((part) => !/^\d+$/.test(part)) ?? ''
  return /\/\d+$/.test(place) ? name.replace(/s$/, '') : name
}

/** `a, b, c or d`; of many the first. */
function oneOf(values: readonly unknown[]): string {
  const words = values.slice(0, 12).map(String)
  if (values.length > words.length) return `${words.join(', ')} …`
  const last = words.pop() ?? ''
  return words.length > 0 ? `${words.join(', ')} or ${last}` : last
}

const count = (n: unknown, word: string) => `${String(n)} ${word}${n === 1 ? '' : 's'}`

/** What was expected in place of the value; null where there is no saying it so. */
function expectedBy({ keyword, params, instancePath }: SchemaError): string | null {
  switch (keyword) {
    case 'type':
      return oneOf([params.type ?? []].flat().map((type) => typeWords[type] ?? type))
    case 'enum':
      return oneOf(params.allowedValues ?? [])
    case 'const':
      return String(params.allowedValue)
    case 'format':
      return formatWords[String(params.format)] ?? `a ${String(params.format)}`
    case 'pattern':
      return patternWords[fieldAt(instancePath)] ?? 'another way of writing it'
    case 'minLength':
      return `at least ${count(params.limit, 'character')}`
    case 'maxLength':
      return `at most ${count(params.limit, 'character')}`
    case 'minItems':
      return `at least ${count(params.limit, 'item')}`
    case 'minProperties':
      return `at least ${count(params.limit, 'field')}`
    case 'minimum':
      return `at least ${String(params.limit)}`
    case 'maximum':
      return `at most ${String(params.limit)}`
    case 'multipleOf':
      return `a multiple of ${String(params.multipleOf)}`
    default:
      return null
  }
}

export function sentenceOf(error: SchemaError): string {
  const { keyword, params, message = 'is not valid' } = error
  if (keyword === 'required') return `${shownValue(params.missingProperty)} is missing`
  if (keyword === 'additionalProperties')
    return `has a field that the standard does not know: ${shownValue(params.additionalProperty)}`
  if (keyword === 'uniqueItems') return `lists the same twice: items ${String(params.j)} and ${String(params.i)}`
  if (keyword === 'false schema') return 'is a field that the standard does not know'
  const expected = expectedBy(error)
  return expected === null ? message : `expected ${expected}; found ${shownValue(error.data)}`
}
