import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeTable, type ChangeEntry } from '../../../src/contract/changes.ts'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import type { Summary } from '../../../src/contract/summary.ts'
import { WeeklyContent } from '../../../src/contract/weekly.ts'
import { isEscalation } from '../../../src/domain/changes/loud.ts'
import { machinesOf } from '../../../src/domain/fleet/exposure.ts'
import { releasesIn } from '../../../src/domain/releases/list.ts'
import { isOpen } from '../../../src/domain/triage/triage.ts'
import { weeklyContent } from '../../../src/domain/weekly/content.ts'
import type { WeeklyFacts } from '../../../src/domain/weekly/facts.ts'
import { weekOf } from '../../../src/domain/weekly/week.ts'
import { weeklyLetter } from '../../../src/words/weekly-letter.ts'
import { letterMarkdown } from '../../../src/words/letter-markdown.ts'
import { wordsEn } from '../../../src/words/words-en.ts'
import { wordsJa } from '../../../src/words/words-ja.ts'
import { indexOf, platforms, summary } from '../../support/arbitraries.ts'
import { columnsOf, today } from '../../support/columns.ts'

const tree = platforms.map((platform) => ({ ...platform, parent: null, bulletins: 0 }))
const platformIds = ['windows-2000', 'windows-2000.sp3', 'windows-xp.sp2', 'windows-98']
const at = `${today}T00:00:00.000Z`

const fleet: fc.Arbitrary<FleetLine[]> = fc.uniqueArray(
  fc.record({
    platform: fc.constantFrom(...platformIds),
    edition: fc.constant(null),
    machines: fc.integer({ min: 1, max: 50 }),
  }),
  { selector: ({ platform }) => platform, maxLength: 3 },
)

const change = fc.record({
  kind: fc.constantFrom(...changeTable.filter(({ isQuiet }) => !isQuiet).map(({ kind }) => kind)),
  of: fc.subarray(['CVE-2005-0048', 'issue-1']),
  from: fc.constantFrom('none', 'early', 'private'),
  to: fc.constantFrom('exploited', 'immediate', 'public', 'wait'),
})

/** What the log has of a week: which row, also one that is no longer on file, and what changed of it. */
const log = fc.array(
  fc.record({ row: fc.integer({ min: 0, max: 12 }), changes: fc.array(change, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 25 },
)

const given = fc.record({ rows: indexOf(summary), lines: fleet, log, wanted: fc.array(fc.nat(12), { maxLength: 6 }) })
type Given = {
  rows: Summary[]
  lines: FleetLine[]
  log: { row: number; changes: ChangeEntry['changes'] }[]
  wanted: number[]
}

function factsOf({ rows, lines, log: logged, wanted }: Given) {
  const idAt = (row: number) => rows[row]?.id ?? `GONE-${row}`
  const entries = logged.map(({ row, changes }, event): ChangeEntry => ({
    event,
    at,
    bulletin: idAt(row),
    title: { en: 'A fix' },
    publishedOn: today,
    who: 'Ito',
    document: null,
    changes,
  }))
  const [first] = lines
  const own = first === undefined ? [] : wanted.flatMap((row) => rows[row]?.id ?? [])
  const toInstall = new Map(own.map((id) => [id, [first?.platform ?? '']]))
  const columns = columnsOf(rows, platforms).with({
    machines: machinesOf(lines, tree),
    toInstall: new Set(toInstall.keys()),
  })
  const facts: WeeklyFacts = {
    columns,
    notable: new Map(),
    lines,
    platforms: tree,
    toInstall,
    changed: weekOf(entries),
    contained: new Set(rows.filter((_, row) => row % 3 === 0).map(({ id }) => id)),
    checked: new Map(),
    issuesOf: new Map(),
    releases: releasesIn(columns.made().index).releases,
    overview: {
      machines: lines.reduce((sum, { machines }) => sum + machines, 0),
      platforms: [],
      platformCount: lines.length,
      rollout: null,
      tests: { editions: [], editionCount: 0, tested: 0, of: 0, issues: [], issueCount: 0, unreadCount: 0 },
      plans: [],
      state: 'to-do',
      release: null,
    },
    today,
    zone: 'UTC',
  }
  return { facts, entries }
}

/** The same counts, from the log alone, one bulletin after the other. */
function counted(entries: readonly ChangeEntry[], isOnFile: (id: string) => boolean) {
  const count = { added: 0, escalated: 0, reReleased: 0, rest: 0 }
  for (const id of new Set(entries.map(({ bulletin }) => bulletin))) {
    if (!isOnFile(id)) continue
    const all = entries.filter(({ bulletin }) => bulletin === id).flatMap(({ changes }) => changes)
    const pressing = all.filter(
      (each) =>
        isEscalation(each) &&
        !['re-released', 'machines-affected', 'known-issue-added', 'known-issue-reopened'].includes(each.kind),
    )
    if (all.some(({ kind }) => kind === 'new')) count.added++
    else if (pressing.length > 0) count.escalated++
    else if (all.some(({ kind }) => kind === 're-released' || kind === 'package-replaced')) count.reReleased++
    else count.rest++
  }
  return count
}

describe('an issue', () => {
  it('tells of each bulletin in one place, and counts what a plain reading of the log counts', () => {
    fc.assert(
      fc.property(given, (of) => {
        const { facts, entries } = factsOf(of)
        const content = weeklyContent(facts)
        const { new: added, escalated, reReleased, others } = content
        const plain = counted(entries, (id) => of.rows.some((row) => row.id === id))
        expect(added.own + added.contained + added.others).toBe(plain.added)
        expect(escalated.own + escalated.others).toBe(plain.escalated)
        expect(reReleased.own + reReleased.others).toBe(plain.reReleased)
        expect(others.count).toBeLessThanOrEqual(plain.rest)
        const told = [added, escalated, reReleased].flatMap(({ lines }) => lines.map(({ id }) => id))
        expect(new Set(told).size).toBe(told.length)
        expect(WeeklyContent.parse(content)).toEqual(content)
      }),
      { numRuns: 40 },
    )
  })

  it('counts as due what is to be installed, open, and overdue or due within seven days', () => {
    fc.assert(
      fc.property(given, (of) => {
        const { facts } = factsOf(of)
        const { due } = weeklyContent(facts)
        const summaries = of.rows.map((_, row) => facts.columns.summaryAt(row))
        const expected = summaries.filter(
          ({ id, triage, due: day }) =>
            facts.toInstall.has(id) && isOpen(triage) && typeof day?.left === 'number' && day.left <= 7,
        )
        expect(due.count).toBe(expected.length)
        expect(due.overdue).toBe(expected.filter(({ due: day }) => (day?.left ?? 0) < 0).length)
        const days = due.lines.map((line) => line.due?.on ?? '')
        expect(days).toEqual(days.toSorted())
      }),
      { numRuns: 40 },
    )
  })

  it('says something in its headline, and is empty only where nothing has happened and nothing is due', () => {
    fc.assert(
      fc.property(given, (of) => {
        const { facts, entries } = factsOf(of)
        const { headline, isEmpty, due } = weeklyContent(facts)
        expect(headline.length).toBeGreaterThan(0)
        const isKnown = entries.some(({ bulletin }) => of.rows.some(({ id }) => id === bulletin))
        if (isEmpty) expect([due.count, isKnown]).toEqual([0, false])
      }),
      { numRuns: 40 },
    )
  })

  it('reads in both languages, with the same lines, and without those that may not be passed on', () => {
    fc.assert(
      fc.property(given, (of) => {
        const content = weeklyContent(factsOf(of).facts)
        const issue = { number: 1, kind: 'weekly', from: at, to: at, madeAt: at, content } as const
        const [ja, en] = [
          weeklyLetter(issue, { language: 'ja', words: wordsJa }),
          weeklyLetter(issue, { language: 'en', words: wordsEn }),
        ]
        const paths = ({ sections }: typeof ja) => sections.map(({ lines }) => lines.map(({ path }) => path))
        expect(paths(en)).toEqual(paths(ja))
        expect(ja.sections).toHaveLength(content.isEmpty ? 0 : 6)
        const open = weeklyLetter(
          issue,
          { language: 'en', words: wordsEn },
          { mayTell: (tlp) => tlp !== 'RED' && tlp !== 'AMBER+STRICT' },
        )
        expect(JSON.stringify(open)).not.toMatch(/TLP:(RED|AMBER\+STRICT)/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a title that somebody else has written', () => {
  it('is text in Markdown, on one line, and turns nothing around', () => {
    const base = weeklyContent(factsOf({ rows: [], lines: [], log: [], wanted: [] }).facts)
    const hostile = '](javascript:alert(1)) <img src=x>\r\n# Heading \u202Eevil `code` *bold*'
    const line: WeeklyContent['due']['lines'][number] = {
      id: 'KB5000001',
      title: { en: hostile },
      publishedOn: today,
      severity: 1,
      urgency: 'immediate',
      platforms: [],
      platformCount: 0,
      machines: null,
      due: null,
    }
    const content = { ...base, isEmpty: false, due: { ...base.due, count: 1, lines: [line] } }
    const issue = { number: 1, kind: 'weekly', from: at, to: at, madeAt: at, content } as const
    const markdown = letterMarkdown(weeklyLetter(issue, { language: 'en', words: wordsEn }), 'https://hotfix.example')
    expect(markdown).not.toContain('\u202E')
    expect(markdown).not.toMatch(/^# Heading/m)
    expect(markdown).toContain(
      String.raw`[KB5000001 \](javascript:alert(1)) \<img src=x\> # Heading evil \`code\` \*bold\*](https://hotfix.example/bulletins/KB5000001)`,
    )
  })
})
