/** Everything that can differ in a value of a schema, one thing at a time. */
import type * as z from 'zod'

export type Mutation = {
  /** Where it differs: `vulnerabilities[].ratings[].platform`. `[]` at the end is an item more or less, `?` that nothing is said. */
  path: string
  value: unknown
}

type Schema = z.core.$ZodTypes

const definitionOf = (schema: z.core.$ZodType) => (schema as Schema)._zod.def

/** Some value of the shape of a schema, another one for each `salt`; its checks are left aside. */
export function sampleOf(schema: z.core.$ZodType, salt = 0): unknown {
  const definition = definitionOf(schema)
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what the contract does not use throws
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(Object.entries(definition.shape).map(([key, each]) => [key, sampleOf(each, salt)]))
    case 'array':
      return [sampleOf(definition.element, salt)]
    case 'optional':
    case 'nullable':
      return sampleOf(definition.innerType, salt)
    case 'union': {
      const option = definition.options[salt % definition.options.length]
      return option === undefined ? null : sampleOf(option, salt)
    }
    case 'enum': {
      const words = Object.values(definition.entries)
      return words[salt % words.length]
    }
    case 'literal':
      return definition.values[0]
    case 'string':
      return `word-${salt}`
    case 'number':
      return salt
    case 'boolean':
      return salt % 2 === 0
    default:
      throw new Error(`no sample of ${definition.type} yet`)
  }
}

/** The value with one thing another one, in all ways. */
export function* mutationsOf(schema: z.core.$ZodType, value: unknown, path = ''): Generator<Mutation> {
  const definition = definitionOf(schema)
  if (definition.type === 'object') {
    const whole = value as Record<string, unknown>
    for (const [key, each] of Object.entries(definition.shape))
      for (const mutation of mutationsOf(each, whole[key], path === '' ? key : `${path}.${key}`))
        yield { ...mutation, value: { ...whole, [key]: mutation.value } }
  } else if (definition.type === 'array') {
    const [first] = value as unknown[]
    yield { path: `${path}[]`, value: [] }
    yield { path: `${path}[]`, value: [first, sampleOf(definition.element, 1)] }
    for (const mutation of mutationsOf(definition.element, first, `${path}[]`))
      yield { ...mutation, value: [mutation.value] }
  } else if (definition.type === 'optional' || definition.type === 'nullable') {
    yield { path: `${path}?`, value: definition.type === 'optional' ? undefined : null }
    yield* mutationsOf(definition.innerType, value, path)
  } else {
    for (const salt of [1, 2, 3]) {
      const other = sampleOf(schema, salt)
      if (other !== value) yield { path, value: other }
    }
  }
}
