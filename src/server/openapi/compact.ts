/** Says the same of schemas in fewer words: what several have in common is said once. */
import type { Schema } from './schemas.ts'

type Json = Record<string, unknown>
type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Makes each object within a value anew, the innermost first. */
function rewrite(value: unknown, change: (part: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, change))
  if (!isObject(value)) return value
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewrite(each, change)])))
}

/** A value of one type, or null. */
function joinNull(schema: Json): Json {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema
  const [value, none] = anyOf as Json[]
  if (none?.['type'] !== 'null' || typeof value?.['type'] !== 'string' || 'const' in value) return schema
  const { enum: options } = value
  return {
    ...rest,
    ...value,
    type: [value['type'], 'null'],
    ...(Array.isArray(options) && { enum: options.concat(null) as unknown[] }),
  }
}

/** An object that lists its fields, and nothing but these. */
type Plain = { type: 'object'; properties: Fields; required?: readonly string[] }

const plainKeys = new Set(['type', 'properties', 'required'])
const isPlain = (schema: unknown): schema is Plain =>
  isObject(schema) &&
  schema['type'] === 'object' &&
  isObject(schema['properties']) &&
  Object.keys(schema).every((key) => plainKeys.has(key))

const isRequired = ({ required = [] }: Plain, name: string) => required.includes(name)
const hasField = (schema: Plain, of: Plain) => (name: string) =>
  JSON.stringify(schema.properties[name]) === JSON.stringify(of.properties[name]) &&
  isRequired(schema, name) === isRequired(of, name)

function without({ properties, required = [] }: Plain, names: readonly string[]) {
  const isLeft = (name: string) => !names.includes(name)
  const left = Object.entries(properties).filter(([name]) => isLeft(name))
  const leftRequired = required.filter(isLeft)
  return {
    type: 'object',
    ...(left.length > 0 && { properties: Object.fromEntries(left) }),
    ...(leftRequired.length > 0 && { required: leftRequired }),
  }
}

/** The fields that all alternatives have alike, before the alternatives. */
function shareFields(schema: Json): Json {
  const key = 'oneOf' in schema ? 'oneOf' : 'anyOf'
  const { [key]: options, ...rest } = schema
  if (!Array.isArray(options) || options.length < 2 || !options.every(isPlain) || 'type' in rest) return schema
  const [first] = options
  if (first === undefined) return schema
  const common = Object.keys(first.properties).filter((name) => options.every((each) => hasField(each, first)(name)))
  if (common.length === 0) return schema
  const own = Object.keys(first.properties).filter((name) => !common.includes(name))
  const alternatives = { [key]: options.map((option) => without(option, common)) }
  return { ...rest, allOf: [without(first, own), alternatives] }
}

/** Says of objects with all the fields of a named one that they are that one, and more. */
function extender(schemas: Readonly<Record<string, Json>>) {
  const weightOf = (base: Plain) => JSON.stringify(base.properties).length
  const bases = Object.entries(schemas)
    .filter((entry): entry is [string, Plain] => isPlain(entry[1]) && Object.keys(entry[1].properties).length > 1)
    .toSorted(([, a], [, b]) => weightOf(b) - weightOf(a))
  // From the outside, since a base is known by its fields as they were.
  const extend = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(extend)
    if (!isObject(value)) return value
    const part = isPlain(value) ? extendOne(value, 0) : value
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, extend(each)]))
  }
  /** `fewer`: how many fields less a base has at least. */
  function extendOne(schema: Plain, fewer: number): Json {
    const size = Object.keys(schema.properties).length - fewer
    const found = bases.find(([, base]) => {
      const names = Object.keys(base.properties)
      return names.length <= size && names.every(hasField(schema, base))
    })
    if (found === undefined) return schema
    const ref = { $ref: `#/${found[0]}` }
    const rest = without(schema, Object.keys(found[1].properties))
    return 'properties' in rest ? { allOf: [ref], ...rest } : ref
  }
  // No schema extends one with the same fields, so that none extends itself.
  return (schema: Json): unknown => {
    const part = isPlain(schema) ? extendOne(schema, 1) : schema
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, extend(each)]))
  }
}

/** The same schemas, shorter. */
export function compact(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const joined = rewrite(schemas, (part) => shareFields(joinNull(part))) as Record<string, Json>
  const extend = extender(joined)
  return Object.fromEntries(Object.entries(joined).map(([name, schema]) => [name, extend(schema) as Schema]))
}
