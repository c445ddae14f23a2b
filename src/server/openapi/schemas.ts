/** The JSON Schemas of the API: each exported schema of the contract has its own name, and is referred to by it. */
import * as z from 'zod'
import { ProblemDetails } from '../http/problem.ts'
import * as contract from './contract-schemas.ts'

export type Schema = z.core.JSONSchema.BaseSchema

/** Schemas, and how those are called that the contract does not export. */
export type NamedSchemas = ReadonlyMap<z.ZodType, string>

const exported = Object.entries<unknown>({ ...contract, ProblemDetails }).filter(
  (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
)

/** A record of known keys as the object that it is: generators do not read `propertyNames`. */
function nameProperties(schema: Schema): void {
  const { propertyNames, additionalProperties } = schema
  if (typeof propertyNames !== 'object' || propertyNames.enum === undefined) return
  schema.properties = Object.fromEntries<Schema | boolean>(
    propertyNames.enum.map((key) => [String(key), additionalProperties ?? {}]),
  )
  delete schema.propertyNames
  delete schema.additionalProperties
}

/** What zod adds to integers and to texts with a format says nothing more about them. */
function dropNoise(schema: Schema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern
}

/** The document of the schemas, as the description refers to it. */
const file = 'schemas.json'

const refTo = (name: string) => `#/${name}`

/** The names of the schemas that a part of the description refers to. */
const refsIn = (part: unknown): string[] =>
  Array.from(JSON.stringify(part).matchAll(/"\$ref":"[^"#]*#\/([^"/]+)"/g), ([, name = '']) => name)

/**
 * Describes schemas and those that they refer to. `input`: of what is sent, where fields with a default may be missing;
 * `output`: of answers, which may get further fields.
 */
function describe(schemas: NamedSchemas, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of exported) registry.add(schema, { id: name })
  for (const [schema, name] of schemas) if (!registry.has(schema)) registry.add(schema, { id: name })
  const described = z.toJSONSchema(registry, {
    io,
    uri: refTo,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
        delete jsonSchema.additionalProperties
      nameProperties(jsonSchema)
      dropNoise(jsonSchema)
    },
  }).schemas
  // Set by zod after `override`: a part is no document of its own.
  for (const schema of Object.values(described)) {
    delete schema.$schema
    delete schema.$id
  }
  return { described, nameOf: (schema: z.ZodType) => registry.get(schema)?.id ?? '' }
}

/** What an object is called in a description; texts, numbers and lists that the contract does not name are described in place. */
const isNamed = (name: string, schema: Schema) => exported.some(([other]) => other === name) || 'properties' in schema

/**
 * The schemas of what is sent and what is answered. The description has them in a document beside it, so that either can be
 * read.
 *
 * @returns `of`: a schema where it is used; `neededBy`: the schemas that a description refers to, also through others
 */
export function describeSchemas(sent: NamedSchemas, answered: NamedSchemas) {
  const input = describe(sent, 'input')
  const output = describe(answered, 'output')
  const isOther = (name: string) =>
    name in output.described && JSON.stringify(input.described[name]) !== JSON.stringify(output.described[name])
  const sentName = (name: string) => (isOther(name) ? `${name}Input` : name)
  const inputs = JSON.parse(JSON.stringify(input.described), (key, value: unknown) =>
    key === '$ref' ? refTo(sentName(String(value).slice(refTo('').length))) : value,
  ) as Record<string, Schema>
  const all: Record<string, Schema> = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, schema]) => [sentName(name), schema])),
    ...output.described,
  }
  const place = (name: string): Schema => {
    const schema = all[name] ?? {}
    return isNamed(name, schema) ? { $ref: file + refTo(name) } : refer(schema)
  }
  const refer = (schema: Schema) =>
    JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
      key === '$ref' ? file + String(value) : value,
    ) as Schema
  return {
    of: (schema: z.ZodType, io: 'input' | 'output' = 'output') =>
      place(io === 'input' ? sentName(input.nameOf(schema)) : output.nameOf(schema)),
    neededBy(part: unknown): Record<string, Schema> {
      const needed = new Set(refsIn(part))
      // A set hands out what is added while it is walked through.
      for (const name of needed) for (const other of refsIn(all[name] ?? {})) needed.add(other)
      return Object.fromEntries([...needed].toSorted().map((name) => [name, all[name] ?? {}]))
    },
  }
}
