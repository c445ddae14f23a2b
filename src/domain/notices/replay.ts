/** What a subscription would have sent, by the rule that puts lines into notices. */
import type { NoticeLine, NoticeTiming } from '../../contract/notices.ts'
import { dueAfterRun, followingAfter, groupedLines, type KnownNotices } from './grouping.ts'
import { nextAt } from './schedule.ts'

/** A line, and the import run that it belongs to; null where it is alone. */
export type RunLine = { line: NoticeLine; run: number | null }

/** A notice that would have gone at a moment. */
export type Replayed = { at: string; lines: NoticeLine[] }

const subjectOf = ({ bulletin, path }: NoticeLine): string => bulletin ?? path

const millisecondsBetween = (from: string, to: string) => Date.parse(to) - Date.parse(from)

/** Documents that came in within so short a time, in milliseconds, were one run. */
const betweenDocuments = 60_000

/**
 * What was brought in before runs were marked, with a run for what came one after the other. Its number is below 0, which
 * no run has.
 */
function withAssumedRuns(lines: readonly RunLine[]): RunLine[] {
  let last: { run: number; at: string } = { run: 0, at: '' }
  return lines.map((each) => {
    const { line, run } = each
    if (run !== null || line.changes.length === 0) return each
    const isNext = last.at !== '' && millisecondsBetween(last.at, line.at) <= betweenDocuments
    last = { run: isNext ? last.run : last.run - 1, at: line.at }
    return { line, run: last.run }
  })
}

/** Lines that come one after the other of the same run, or of none. */
function chunksOf(lines: readonly RunLine[]): RunLine[][] {
  const chunks: RunLine[][] = []
  for (const each of lines) {
    const last = chunks.at(-1)
    if (last?.[0]?.run === each.run) last.push(each)
    else chunks.push([each])
  }
  return chunks
}

/**
 * The notices that lines, oldest first, would have gone into. A run has ended with its last line, and the moments of a
 * digest are those of its zone.
 */
export function replayedNotices(lines: readonly RunLine[], when: NoticeTiming): Replayed[] {
  const notices = new Map<string, Replayed>()
  let known: KnownNotices = { notices: [], lastOf: new Map() }
  const rules = { when, nextAt: (after: string) => (when.every === 'change' ? after : nextAt(when, after)) }
  for (const [number, chunk] of chunksOf(withAssumedRuns(lines)).entries()) {
    const last = chunk.at(-1)?.line.at ?? ''
    const placed = groupedLines(
      chunk.map(({ line, run }) => ({ event: line.event ?? 0, at: line.at, subject: subjectOf(line), run })),
      known,
      rules,
    )
    /** The same, with a key of its own, and its end where its run has ended. */
    const settled = placed.notices.map((notice) => ({
      ...notice,
      key: notice.key.startsWith('new') ? `${number} ${notice.key}` : notice.key,
      dueAt: notice.dueAt ?? dueAfterRun(last, notice),
    }))
    const nameOf = new Map(placed.notices.map(({ key }, at) => [key, settled[at]?.key ?? key]))
    const lastOf = new Map(known.lastOf)
    for (const [at, { line }] of chunk.entries()) {
      const key = nameOf.get(placed.keys[at] ?? '') ?? ''
      lastOf.set(subjectOf(line), key)
      const notice = notices.get(key) ?? { at: last, lines: [] }
      notice.lines.push(line)
      notices.set(key, notice)
    }
    for (const { key, dueAt } of settled) {
      const notice = notices.get(key)
      if (notice !== undefined) notice.at = dueAt
    }
    const open = settled.filter(({ dueAt }) => millisecondsBetween(dueAt, last) <= followingAfter)
    const kept = new Set(open.map(({ key }) => key))
    known = { notices: open, lastOf: new Map([...lastOf].filter(([, key]) => kept.has(key))) }
  }
  return [...notices.values()].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}
