/** What breaks the schema of an advisory, in plain sentences: one for each cause. */
import { fieldAt, sentenceOf, shownValue, type SchemaError } from './schema-words.ts'

export type SchemaProblem = { error: Pick<SchemaError, 'instancePath' | 'keyword'>; place: string; message: string }

const isBelow = (place: string, above: string) => place === above || place.startsWith(`${above}/`)

const limitOf = (errors: readonly SchemaError[], pick: (a: number, b: number) => number) =>
  errors.map(({ params }) => Number(params.limit)).reduce((a, b) => pick(a, b))

/** One error for all that alternatives say of one place: what would be right for any of them. */
function joined(errors: readonly SchemaError[]): SchemaError | null {
  const byKeyword = [...Map.groupBy(errors, ({ keyword }) => keyword).values()]
  const [alike] = byKeyword.toSorted((a, b) => b.length - a.length)
  const [first] = alike ?? []
  if (alike === undefined || first === undefined) return null
  const { keyword, params } = first
  if (keyword === 'maximum') return { ...first, params: { ...params, limit: limitOf(alike, Math.max) } }
  if (keyword === 'minimum') return { ...first, params: { ...params, limit: limitOf(alike, Math.min) } }
  if (keyword === 'enum') {
    const allowedValues = [...new Set(alike.flatMap((each) => each.params.allowedValues ?? []))]
    return { ...first, params: { allowedValues } }
  }
  return first
}

/**
 * Alternatives tell what is wrong by each of them. What is wrong by all is the cause; where each finds fault with another
 * field, the fields do not fit together.
 */
function causesOf(choice: SchemaError, errors: readonly SchemaError[]): SchemaProblem[] {
  const alternatives = Array.isArray(choice.schema) ? choice.schema.length : 2
  const byPlace = Map.groupBy(errors, ({ instancePath, params }) => `${instancePath} ${String(params.missingProperty)}`)
  const common = [...byPlace.values()].filter((each) => each.length >= alternatives).map(joined)
  if (common.length > 0) return common.flatMap((error) => (error === null ? [] : [problemOf(error)]))
  const found = new Map(
    errors
      .filter(({ instancePath }) => instancePath !== choice.instancePath)
      .map(({ instancePath, data }) => [fieldAt(instancePath), shownValue(data)]),
  )
  const fields = [...found].map(([name, value]) => `${name} ${value}`).join(', ')
  const message = fields === '' ? sentenceOf(choice) : `these do not fit together: ${fields}`
  return [{ error: choice, place: choice.instancePath || '/', message }]
}

const problemOf = (error: SchemaError): SchemaProblem => ({
  error,
  place: error.instancePath || '/',
  message: sentenceOf(error),
})

/** The errors of ajv as sentences, each cause once. */
export function schemaProblems(errors: readonly SchemaError[]): SchemaProblem[] {
  const problems: SchemaProblem[] = []
  /** Those that a choice may still turn out to have led to: ajv tells of it after them. */
  let open: SchemaError[] = []
  for (const error of errors) {
    if (error.keyword === 'oneOf' || error.keyword === 'anyOf') {
      const from = open.findLastIndex(({ instancePath }) => !isBelow(instancePath, error.instancePath)) + 1
      for (const other of open.slice(0, from)) problems.push(problemOf(other))
      for (const cause of causesOf(error, open.slice(from))) problems.push(cause)
      open = []
    } else open.push(error)
  }
  for (const error of open) problems.push(problemOf(error))
  return [...new Map(problems.map((problem) => [`${problem.place} ${problem.message}`, problem])).values()]
}
