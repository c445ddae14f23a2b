/** Ends of support of a product as endoflife.date gives them: version 1 of its API, and cycles with the name of the product. */
import * as z from 'zod'
import { LifecycleProduct } from '../../contract/lifecycle.ts'
import type { FeedProblem } from '../feed.ts'
import { parseJson } from '../json.ts'
import { problemOf } from '../problems.ts'
import { decodeText } from '../text.ts'

const Day = z.iso.date()
const End = z.union([Day, z.boolean()])

const Cycles = z.object({
  product: z.string(),
  title: z.optional(z.string()),
  releasePolicyLink: z.nullish(z.string()),
  asOf: Day,
  cycles: z.array(
    z.object({
      cycle: z.string(),
      releaseLabel: z.nullish(z.string()),
      releaseDate: z.nullish(Day),
      support: z.optional(End),
      eol: End,
      extendedSupport: z.optional(End),
    }),
  ),
})

const Api = z.object({
  last_modified: z.iso.datetime({ offset: true }),
  result: z.object({
    name: z.string(),
    label: z.string(),
    links: z.nullish(z.object({ releasePolicy: z.nullish(z.string()) })),
    releases: z.array(
      z.object({
        name: z.string(),
        label: z.nullish(z.string()),
        releaseDate: z.nullish(Day),
        eoasFrom: z.nullish(Day),
        isEol: z.boolean(),
        eolFrom: z.nullish(Day),
        eoesFrom: z.nullish(Day),
      }),
    ),
  }),
})

type Cycle = LifecycleProduct['cycles'][number]

const dayIn = (end: z.infer<typeof End> | undefined) => (typeof end === 'string' ? end : undefined)

const cycle = (
  given: { cycle: string; name: string; until: Cycle['until'] },
  days: Partial<Record<'releasedOn' | 'mainstreamUntil' | 'paidUntil', string | null | undefined>>,
): Cycle => ({
  ...given,
  ...Object.fromEntries(Object.entries(days).filter(([, day]) => typeof day === 'string')),
})

const fromCycles = ({ product, title, releasePolicyLink, asOf, cycles }: z.infer<typeof Cycles>): LifecycleProduct => ({
  product,
  title: title ?? product,
  url: releasePolicyLink ?? `https://endoflife.date/${product}`,
  asOf,
  cycles: cycles.map(({ cycle: id, releaseLabel, releaseDate, support, eol, extendedSupport }) =>
    cycle(
      { cycle: id, name: releaseLabel ?? id, until: typeof eol === 'string' ? eol : eol ? 'ended' : 'open' },
      { releasedOn: releaseDate, mainstreamUntil: dayIn(support), paidUntil: dayIn(extendedSupport) },
    ),
  ),
})

const fromApi = ({ last_modified: at, result }: z.infer<typeof Api>): LifecycleProduct => ({
  product: result.name,
  title: result.label,
  url: result.links?.releasePolicy ?? `https://endoflife.date/${result.name}`,
  asOf: at.slice(0, 10),
  cycles: result.releases.map(({ name, label, releaseDate, eoasFrom, isEol, eolFrom, eoesFrom }) =>
    cycle(
      { cycle: name, name: label ?? name, until: eolFrom ?? (isEol ? 'ended' : 'open') },
      { releasedOn: releaseDate, mainstreamUntil: eoasFrom, paidUntil: eoesFrom },
    ),
  ),
})

/** Whether JSON has the fields of such a list, by its beginning. */
export const isLifecycle = (json: string): boolean =>
  /"eolFrom"\s*:/.test(json) || (/"cycles"\s*:/.test(json) && /"eol"\s*:/.test(json))

/** Reads the ends of support of a product. With a problem in it, it is refused whole. */
export function importLifecycle(bytes: Uint8Array): { product: LifecycleProduct | null; problems: FeedProblem[] } {
  try {
    const value = parseJson(decodeText(bytes))
    const api = Api.safeParse(value)
    const cycles = Cycles.safeParse(value)
    const found = api.success ? fromApi(api.data) : cycles.success ? fromCycles(cycles.data) : null
    const issues =
      found === null
        ? typeof value === 'object' && value !== null && 'result' in value
          ? api
          : cycles
        : LifecycleProduct.safeParse(found)
    if (issues.success) return { product: found, problems: [] }
    const problems = issues.error.issues.slice(0, 100).map(({ path, message }) => ({
      place: path.join('.') || 'document',
      rule: null,
      message,
    }))
    return { product: null, problems }
  } catch (error) {
    return { product: null, problems: [problemOf(error, 'document')] }
  }
}
