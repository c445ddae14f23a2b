import type { Platform } from '../../contract/platform.ts'
import type { SortOrder, Summary } from '../../contract/summary.ts'
import { lineageOf } from '../platforms.ts'
import { isAffected } from '../severity.ts'
import { normalise } from '../text-search.ts'
import { addRow, noRows, type Bits } from './bits.ts'
import type { Facet, Option } from './filter.ts'
import { orderOf } from './order.ts'

/** The summary index turned on its side, made once: for every option of every facet the set of rows that have it. */
export type Columns = {
  summaries: readonly Summary[]
  options: Record<Facet, ReadonlyMap<Option, Bits>>
  /** The searchable text of each row, normalised; made at the first search. */
  texts: () => readonly string[]
  /** The rows in an order of the list; made when it is first asked for. */
  order: (sort: SortOrder) => Uint32Array
}

/** A function without arguments that computes its value once. */
function once<T>(make: () => T): () => T {
  let kept: { value: T } | null = null
  return () => (kept ??= { value: make() }).value
}

/** The platforms that a bulletin touches, and all above them. */
const touched = ({ platforms }: Summary) =>
  new Set(platforms.filter(({ rating }) => isAffected(rating)).flatMap(({ platform }) => lineageOf(platform)))

/** The options of each facet that a bulletin has. */
const optionsOf: Record<Facet, (summary: Summary) => Iterable<Option>> = {
  severity: ({ severity }) => (severity === null ? [] : [severity]),
  urgency: ({ urgency }) => [urgency.level],
  exploit: ({ exploit }) => [exploit],
  restart: ({ restart }) => [restart],
  platform: touched,
}

function optionColumns(summaries: readonly Summary[], facet: Facet): Map<Option, Bits> {
  const columns = new Map<Option, Bits>()
  for (const [row, summary] of summaries.entries()) {
    for (const option of optionsOf[facet](summary)) {
      const bits = columns.get(option) ?? noRows(summaries.length)
      columns.set(option, bits)
      addRow(bits, row)
    }
  }
  return columns
}

/** Ids, KB numbers, CVEs, titles, and the names of the platforms touched, in both languages. */
function textsOf(summaries: readonly Summary[], platforms: readonly Pick<Platform, 'id' | 'label'>[]): string[] {
  const labels = new Map(platforms.map(({ id, label }) => [id, `${label.ja ?? ''} ${label.en ?? ''}`]))
  return summaries.map((summary) => {
    const { id, kb, title, vulnerabilities } = summary
    const parts = [id, ...kb.map((number) => `KB${number}`), title.ja, title.en]
    for (const flaw of vulnerabilities) parts.push(flaw.id, flaw.cve ?? '', flaw.title.ja, flaw.title.en)
    for (const platform of touched(summary)) parts.push(labels.get(platform) ?? platform)
    return normalise(parts.join('\n'))
  })
}

/** The columns of a summary index; `platforms` give the names by which bulletins are found. */
export function buildColumns(
  summaries: readonly Summary[],
  platforms: readonly Pick<Platform, 'id' | 'label'>[],
): Columns {
  const orders = {
    urgency: once(() => orderOf(summaries, 'urgency')),
    updated: once(() => orderOf(summaries, 'updated')),
    id: once(() => orderOf(summaries, 'id')),
  } satisfies Record<SortOrder, () => Uint32Array>
  return {
    summaries,
    options: {
      severity: optionColumns(summaries, 'severity'),
      urgency: optionColumns(summaries, 'urgency'),
      exploit: optionColumns(summaries, 'exploit'),
      restart: optionColumns(summaries, 'restart'),
      platform: optionColumns(summaries, 'platform'),
    },
    texts: once(() => textsOf(summaries, platforms)),
    order: (sort) => orders[sort](),
  }
}
