/** Booleans in queries: `true` and `false`. The words `yes` and `no`, which the addresses of the pages have, mean the same. */
import type * as z from 'zod'

const words: Readonly<Record<string, string>> = { true: 'yes', false: 'no' }

/** Whether a parameter takes yes and no, and nothing else. */
export function isFlag(schema: z.ZodType): boolean {
  const takes = (word: string) => schema.safeParse(word).success
  return takes('yes') && takes('no') && !takes('maybe')
}

/** Makes the words of the contract of the flags in a query, alone or in a list of alternatives. */
export function flagReader({ shape }: z.ZodObject): (query: unknown) => unknown {
  const flags = new Set(Object.entries(shape).flatMap(([name, field]) => (isFlag(field as z.ZodType) ? [name] : [])))
  const read = (name: string, value: unknown) =>
    flags.has(name) && typeof value === 'string'
      ? value
          .split(',')
          .map((word) => words[word] ?? word)
          .join(',')
      : value
  return (query) =>
    Object.fromEntries(Object.entries(query ?? {}).map(([name, value]: [string, unknown]) => [name, read(name, value)]))
}
