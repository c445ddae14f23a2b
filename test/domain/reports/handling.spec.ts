import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HandlingQuery, HandlingRow, Measured } from '../../../src/contract/reports.ts'
import { backlogAges, exceptionAges, handlingSteps, handlingTimings } from '../../../src/contract/report-words.ts'
import { triages } from '../../../src/contract/vocabulary.ts'
import { addDays } from '../../../src/domain/due/days.ts'
import {
  backlogByAge,
  byMonth,
  bySeverity,
  exceptionsByAge,
  hoursTo,
  measured,
  overdueByOwner,
} from '../../../src/domain/reports/measure.ts'
import { grouped, isCountedBy, handlingRow, type Alert, type GroupedRow } from '../../../src/domain/reports/rows.ts'
import { takeSteps, untouched, type Handled, type LoggedStep } from '../../../src/domain/reports/steps.ts'

const today = '2031-06-30'
const calendar = {
  today,
  dayOf: (moment: string) => moment.slice(0, 10),
  startOf: (day: string) => `${day}T00:00:00.000Z`,
}
const ids = ['A1', 'A2', 'A3', 'A4', 'A5']

/** Steps of a log, oldest first: a step every some hours. */
const log: fc.Arbitrary<LoggedStep[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...ids),
      fc.integer({ min: 1, max: 200 }),
      fc.oneof(
        fc.constantFrom({ topic: 'bulletins' as const }, { topic: 'lab' as const }, { topic: 'decision' as const }),
        fc.record({
          topic: fc.constant('triage' as const),
          to: fc.record({
            status: fc.constantFrom(...triages),
            assignee: fc.constantFrom(null, 'Ito', 'Sato'),
          }),
        }),
        fc.record({
          topic: fc.constant('due' as const),
          moved: fc.option(
            fc.record({
              first: fc.constant('2031-06-01'),
              until: fc.integer({ min: -10, max: 30 }).map((days) => addDays(today, days)),
              reason: fc.constant('no window'),
              renewals: fc.constant(0),
            }),
          ),
        }),
      ),
    ),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = Date.parse('2030-12-01T00:00:00Z')
    return steps.map(([bulletin, hours, step]) => {
      at += hours * 3_600_000
      return { bulletin, who: 'Ito', at: new Date(at).toISOString(), ...step }
    })
  })

const read = (steps: readonly LoggedStep[], pieces = 1): Map<string, Handled> => {
  const handled = new Map<string, Handled>()
  const size = Math.ceil(steps.length / pieces)
  for (let piece = 0; piece < pieces; piece++) takeSteps(handled, steps.slice(piece * size, (piece + 1) * size))
  return handled
}

/** The same told by looking through the whole log for each answer. */
function naive(steps: readonly LoggedStep[], id: string): Omit<Handled, 'exceptionThen'> {
  const own = steps.filter(({ bulletin }) => bulletin === id)
  const firstOf = (is: (step: LoggedStep) => boolean) => own.find(is)?.at ?? null
  const states = own.flatMap((step) => (step.topic === 'triage' ? [{ at: step.at, ...step.to }] : []))
  const lastOpen = states.findLastIndex(({ status }) => status !== 'done')
  const moves = own.flatMap((step) => (step.topic === 'due' ? [step] : []))
  const standing = moves.slice(moves.findLastIndex(({ moved }) => moved === null) + 1)
  const [first, last] = [standing[0], standing.at(-1)]
  return {
    added: firstOf(({ topic }) => topic === 'bulletins'),
    triaged: firstOf((step) => step.topic === 'triage' && step.to.status !== 'new'),
    decided: firstOf(({ topic }) => topic === 'decision'),
    tested: firstOf(({ topic }) => topic === 'lab'),
    deployed: states[lastOpen + 1]?.at ?? null,
    status: states.at(-1)?.status ?? 'new',
    owner: states.at(-1)?.assignee ?? null,
    exception:
      first === undefined || last === undefined || last.moved === null
        ? null
        : { ...last.moved, since: first.at, at: last.at, by: last.who },
  }
}

const alert = (id: string): Alert => ({
  id,
  title: { en: id },
  severity: id === 'A1' ? null : id === 'A2' ? 1 : 2,
  publishedOn: '2031-01-14',
  isToInstall: id !== 'A5',
})
const dueOf = (on: string | null, left: number) => ({
  on,
  left: on === null ? null : left,
  first: '2031-01-14',
  rule: { by: 'kev' as const, cve: 'CVE-2031-0001' },
})
const rowsOf = (steps: readonly LoggedStep[]): GroupedRow[] =>
  ids.map((id, at) => {
    const handled = read(steps).get(id) ?? untouched
    const due = id === 'A3' ? null : dueOf(addDays(today, at * 4 - 6), at * 4 - 6)
    return grouped(handlingRow(alert(id), handled, due, calendar), calendar)
  })

describe('what the log tells of each alert', () => {
  it('is what looking through the whole log for each answer tells, read at once or in pieces', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 9 }), (steps, pieces) => {
        const handled = read(steps, pieces)
        for (const id of ids) {
          const { exceptionThen: _then, ...known } = handled.get(id) ?? untouched
          expect(known).toEqual(naive(steps, id))
        }
      }),
    )
  })

  it('keeps the extension that there was when it was deployed, whatever comes later', () => {
    const moved = { first: '2031-02-01', until: '2031-03-01', reason: 'no window', renewals: 0 }
    const step = { bulletin: 'A1', who: 'Ito' }
    const handled = read([
      { ...step, at: '2031-01-20T00:00:00.000Z', topic: 'due', moved },
      { ...step, at: '2031-02-20T00:00:00.000Z', topic: 'triage', to: { status: 'done', assignee: null } },
      { ...step, at: '2031-04-01T00:00:00.000Z', topic: 'due', moved: null },
    ]).get('A1')
    expect(handled).toMatchObject({ exception: null, exceptionThen: { until: '2031-03-01' } })
  })
})

describe('the figures of the report', () => {
  const query: fc.Arbitrary<HandlingQuery> = fc.record(
    {
      severity: fc.constantFrom('1', '2', 'unrated'),
      reached: fc.constantFrom(...handlingSteps),
      waiting: fc.constantFrom(...handlingSteps),
      timing: fc.constantFrom(...handlingTimings),
      exception: fc.constantFrom(...exceptionAges),
      backlog: fc.constantFrom(...backlogAges),
    },
    { requiredKeys: [] },
  )

  it('count the rows that their query lists', () => {
    fc.assert(
      fc.property(log, (steps) => {
        const rows = rowsOf(steps)
        const listed = (asked: HandlingQuery) => rows.filter((row) => isCountedBy(row, asked)).length
        const groups: { asked: HandlingQuery; of: Measured }[] = [
          { asked: {}, of: measured(rows) },
          ...bySeverity(rows).map(({ severity, ...of }) => ({ asked: { severity: `${severity}` as const }, of })),
          ...byMonth(rows).map(({ month, ...of }) => ({ asked: { month }, of })),
        ]
        for (const { asked, of } of groups) {
          const { alerts, steps: spreads, inTime, late } = of
          expect(alerts).toBe(listed(asked))
          expect(inTime).toBe(listed({ ...asked, timing: 'in-time' }))
          expect(late).toBe(listed({ ...asked, timing: 'late' }))
          for (const step of handlingSteps) {
            expect(spreads[step].count).toBe(listed({ ...asked, reached: step }))
            expect(spreads[step].waiting).toBe(listed({ ...asked, waiting: step }))
          }
        }
        for (const { age, count } of backlogByAge(rows)) expect(count).toBe(listed({ backlog: age }))
        for (const { age, count } of exceptionsByAge(rows)) expect(count).toBe(listed({ exception: age }))
      }),
    )
  })

  it('list nothing twice, and nothing that does not match every field', () => {
    fc.assert(
      fc.property(log, query, (steps, asked) => {
        const rows = rowsOf(steps)
        const fields = Object.entries(asked)
        for (const row of rows)
          expect(isCountedBy(row, asked)).toBe(fields.every(([field, value]) => isCountedBy(row, { [field]: value })))
      }),
    )
  })

  it('name in all as many overdue alerts as are open and late', () => {
    fc.assert(
      fc.property(log, (steps) => {
        const rows = rowsOf(steps)
        const late = rows.filter(({ row }) => row.state === 'open' && row.timing === 'late').length
        expect(overdueByOwner(rows, today).reduce((sum, { count }) => sum + count, 0)).toBe(late)
      }),
    )
  })

  /** Alerts that took so many hours to their first look. */
  const after = (...hours: number[]) =>
    hours.map((each, at) =>
      grouped(
        handlingRow(
          alert(`B${at}`),
          { ...untouched, triaged: new Date(Date.parse('2031-01-14T00:00:00Z') + each * 3_600_000).toISOString() },
          null,
          calendar,
        ),
        calendar,
      ),
    )

  it('say nothing of the middle of two, and of nine of ten among nine', () => {
    expect(measured(after(1, 9)).steps.triaged).toMatchObject({ count: 2, median: null, p90: null })
    expect(measured(after(1, 2, 9)).steps.triaged).toMatchObject({ count: 3, median: 2, p90: null })
    expect(measured(after(1, 2, 3, 4, 5, 6, 7, 8, 9)).steps.triaged.p90).toBeNull()
    expect(measured(after(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).steps.triaged).toMatchObject({ median: 5.5, p90: 9.1 })
  })

  it('take what was done before an alert was known as no time', () => {
    const row: HandlingRow | undefined = after(-5)[0]?.row
    expect(row === undefined ? null : hoursTo('triaged', row)).toBe(0)
  })
})
