/** EPSS: the list of a day with the probability of exploitation of every CVE (first.org/epss). */
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { EpssList, EpssBlock } from '../../domain/vulnerability/epss.ts'
import { Unreadable, type FeedProblem } from '../feed.ts'
import { problemList, problemOf } from '../problems.ts'
import { decodeText } from '../text.ts'

/** The list as read. With a problem in it, it is refused whole. */
export type ReadEpss = {
  document: DocumentVersion | null
  list: EpssList | null
  blocks: EpssBlock[]
  problems: FeedProblem[]
  problemCount: number
}

const number = String.raw`(\d(?:\.\d+)?(?:[eE][-+]?\d+)?)`
const commaLine = new RegExp(String.raw`^CVE-(\d{4})-(\d{4,19}),${number}(?:,${number})?$`)
/** How a collector keeps the list of a year: without a head. */
const semicolonLine = new RegExp(String.raw`^CVE-(\d{4})-(\d{4,19});${number};${number}$`)

const headLine = /^cve,epss(,percentile)?$/i

/** Whether a text begins as a list of EPSS does. */
export function isEpss(head: string): boolean {
  const [first = ''] = head.split(/\r?\n/, 1)
  return /^#model_version:/i.test(first) || headLine.test(first) || semicolonLine.test(first)
}

/** What the first line says: `#model_version:v2026.06.15,score_date:2026-08-16T12:00:00Z`. */
function saidAbove(line: string): { model: string | null; moment: string | null } {
  const said = new Map(
    line
      .slice(1)
      .split(',')
      .map((part): [string, string] => {
        const at = part.indexOf(':')
        return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()]
      }),
  )
  const moment = said.get('score_date') ?? ''
  return { model: said.get('model_version') ?? null, moment: /^\d{4}-\d\d-\d\d/.test(moment) ? moment : null }
}

/** The day in the name of a list from before February 2022, which has it nowhere else. */
const dayInName = (name: string): string | null => /epss_scores-(\d{4}-\d\d-\d\d)\.csv/.exec(name)?.[1] ?? null

const isProbability = (text: string | undefined): boolean => text === undefined || Number(text) <= 1

/** Blocks that fill as lines are added: each has the CVEs of a thousand numbers of one year. */
function blockBuilder() {
  const blocks = new Map<string, { lines: string[]; numbers: Set<number> }>()
  const years = new Set<string>()
  return {
    /** False where the CVE is there already. */
    add(year: string, digits: string, score: string, percentile: string | undefined): boolean {
      const cve = Number(digits)
      const name = `${year}-${Math.floor(cve / 1000)}`
      const block = blocks.get(name) ?? { lines: [], numbers: new Set() }
      blocks.set(name, block)
      years.add(year)
      if (block.numbers.has(cve)) return false
      block.numbers.add(cve)
      block.lines.push(percentile === undefined ? `${cve} ${score}` : `${cve} ${score} ${percentile}`)
      return true
    },
    years: () => [...years].toSorted(),
    done: () => Array.from(blocks, ([block, { lines }]): EpssBlock => ({ block, content: lines.join('\n') })),
  }
}

/**
 * Which document a list is: the daily one, whose versions are days; or, where no day is known, that of the years of its
 * CVEs, which any daily list is newer than.
 */
function documentOf(moment: string | null, years: readonly string[]): DocumentVersion {
  if (moment !== null) return { key: 'epss', order: [{ moment }] }
  const [first = '', last = first] = [years[0], years.at(-1)]
  return { key: `epss ${first === last ? first : `${first}-${last}`}`, order: [] }
}

/** Reads a list in any of the formats that there were. `name`: of the file, or its address. */
export function importEpss(bytes: Uint8Array, name = ''): ReadEpss {
  const found = problemList()
  const builder = blockBuilder()
  let [model, moment, count]: [string | null, string | null, number] = [null, dayInName(name), 0]
  try {
    const lines = decodeText(bytes).split(/\r?\n/)
    let at = 0
    if (lines[at]?.startsWith('#') === true) {
      const above = saidAbove(lines[at++] ?? '')
      model = above.model
      moment = above.moment ?? moment
    }
    const isHeaded = headLine.test(lines[at] ?? '')
    if (isHeaded) at++
    const line = isHeaded ? commaLine : semicolonLine
    for (; at < lines.length && !found.isFull(); at++) {
      const text = lines[at] ?? ''
      if (text === '' && at === lines.length - 1) break
      const [, year, digits, score, percentile] = line.exec(text) ?? []
      const refuse = (message: string) => found.add({ place: `line ${at + 1}`, rule: null, message })
      if (year === undefined || digits === undefined || score === undefined)
        refuse(`expected a CVE, its score and percentile: ${text.slice(0, 100)}`)
      else if (!isProbability(score) || !isProbability(percentile)) refuse('expected numbers from 0 to 1')
      else if (builder.add(year, digits, score, percentile)) count++
      else refuse(`CVE-${year}-${digits} is there twice`)
    }
    if (count === 0 && found.count() === 0) throw new Unreadable('document', 'is a list of EPSS without a score')
  } catch (error) {
    found.add(problemOf(error, 'document'))
  }
  const [problems, problemCount] = [found.listed, found.count()]
  if (problemCount > 0) return { document: null, list: null, blocks: [], problems, problemCount }
  const list = { on: moment?.slice(0, 10) ?? null, model, count }
  return { document: documentOf(moment, builder.years()), list, blocks: builder.done(), problems, problemCount }
}
