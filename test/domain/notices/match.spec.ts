import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeKinds } from '../../../src/contract/changes.ts'
import { noticeKinds, type NoticeKind } from '../../../src/contract/notices.ts'
import { matchingRows } from '../../../src/domain/filter/apply.ts'
import { allRows } from '../../../src/domain/filter/bits.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { dueLines } from '../../../src/domain/notices/due-lines.ts'
import type { LoggedEvent } from '../../../src/domain/notices/logged-event.ts'
import { linesFor, toldOf, type Asking } from '../../../src/domain/notices/match.ts'
import { mostPressing, rankOfLine } from '../../../src/domain/notices/pressing.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { indexOf, platforms, query, summary } from '../../support/arbitraries.ts'
import { columnsOf, dueOf, filterWhole, me, stateOf } from '../../support/columns.ts'

const at = '2031-03-21T12:00:00.000Z'
const said = { at, who: 'Sato', run: null }
const plans = new Map([[7, { name: 'June', owner: me, bulletins: [] }]])

const [some] = fc.sample(indexOf(summary), { numRuns: 1, seed: 5, examples: [] })
const rows = some ?? []
const facts = { columns: columnsOf(rows, platforms), plan: (id: number) => plans.get(id) }
const everything: Asking = {
  id: 1,
  kinds: [...noticeKinds],
  isAssigned: false,
  isWatched: false,
  owner: { kind: 'person', name: me },
  rows: allRows(rows.length),
  isUnfiltered: true,
  watched: new Set(),
  self: me,
}
const bulletin = rows[0]?.id ?? ''
const told = (event: Partial<LoggedEvent> & Pick<LoggedEvent, 'topic' | 'what' | 'detail'>, asking = everything) =>
  linesFor(asking, toldOf([{ ...said, id: 5, bulletin, ...event }]), facts)

const assigned = { from: defaultState, to: { ...defaultState, assignee: me } }
const comment = (text: string | null) => ({ topic: 'discussion', what: 'said', detail: { text } }) as const
const hold = { hold: null, bulletins: [bulletin], platforms: [], roles: [], from: null, until: '2031-04-01' }

describe('what people do is told by its kind', () => {
  it.each([
    { what: 'who is assigned', event: { topic: 'triage', what: 'set', detail: assigned }, kind: 'assigned' },
    {
      what: 'a state',
      event: { topic: 'triage', what: 'set', detail: { from: defaultState, to: { ...defaultState, status: 'done' } } },
      kind: 'triaged',
    },
    { what: 'a comment', event: comment('It hangs'), kind: 'commented' },
    {
      what: 'a decision',
      event: { topic: 'decision', what: 'go', detail: { note: '', basis: null } },
      kind: 'decided',
    },
    {
      what: 'a hold',
      event: { topic: 'holds', what: 'set', detail: { ...hold, reason: 'It hangs', renewals: 0 } },
      kind: 'held',
    },
    {
      what: 'the end of a hold',
      event: { topic: 'holds', what: 'ended', detail: { ...hold, reason: 'Mended', renewals: 0 } },
      kind: 'hold-ended',
    },
    {
      what: 'a field report',
      event: { topic: 'field-reports', what: 'broke', detail: { text: 'no network' } },
      kind: 'field-reported',
    },
  ] as const)('$what', ({ event, kind }) => {
    expect(told(event)).toMatchObject([{ kind, bulletin, event: 5, who: 'Sato', path: `/bulletins/${bulletin}` }])
  })

  it('a mention, to the one who is named', () => {
    const detail = { text: `@${me} look`, mentions: [{ kind: 'person', name: me }] }
    expect(told({ topic: 'discussion', what: 'said', detail })).toMatchObject([{ kind: 'mentioned' }])
    const other = { ...everything, owner: { kind: 'team', name: me } as const, kinds: ['mentioned' as const] }
    expect(told({ topic: 'discussion', what: 'said', detail }, other)).toEqual([])
  })

  it('a plan, with its name and its page', () => {
    const event = { topic: 'plans', what: 'state-set', detail: { plan: 7, state: 'stopped', why: 'It fails' } } as const
    expect(told({ ...event, bulletin: null })).toMatchObject([
      { kind: 'plan-changed', bulletin: null, title: { en: 'June' }, path: '/plans/7', text: 'It fails' },
    ])
    expect(told({ ...event, what: 'counted', bulletin: null })).toEqual([])
  })

  it('a hold on every fix, only where all are asked for', () => {
    const event = { topic: 'holds', what: 'set', detail: { ...hold, bulletins: null, reason: 'Freeze', renewals: 0 } }
    const found = told({ ...event, topic: 'holds', bulletin: null })
    expect(found).toMatchObject([{ kind: 'held', bulletin: null, path: '/holds', due: '2031-04-01' }])
    expect(told({ ...event, topic: 'holds', bulletin: null }, { ...everything, isUnfiltered: false })).toEqual([])
  })
})

describe('nothing is told', () => {
  it('of what a person has done themselves, but of what has changed', () => {
    expect(told({ ...comment('mine'), who: me })).toEqual([])
    const changes = [{ kind: 'new', of: [] }]
    const brought = { topic: 'bulletins', what: 'added', detail: { changes, document: null, by: 'person' } } as const
    expect(told({ ...brought, who: me })).toMatchObject([{ kind: 'new' }])
  })

  it('of a comment that was taken back, of quiet changes, of bulletins that are gone', () => {
    expect(told(comment(null))).toEqual([])
    const changes = [{ kind: 'link', of: [] }]
    const quiet = { topic: 'bulletins', what: 'updated', detail: { changes, document: null, by: 'source' } } as const
    expect(told(quiet)).toEqual([])
    expect(told({ ...comment('gone'), bulletin: 'KB9999999' })).toEqual([])
  })

  it('of bulletins of others, where it is to be those of its owner', () => {
    for (const { id, triage } of rows) {
      const found = told({ ...comment('hello'), bulletin: id }, { ...everything, isAssigned: true })
      expect(found.length).toBe(Number(stateOf(id, triage).assignee === me))
    }
  })

  it('of bulletins that are not watched, where it is to be those', () => {
    const watching = { ...everything, isWatched: true, watched: new Set([bulletin]) }
    expect(rows.filter(({ id }) => told({ ...comment('hello'), bulletin: id }, watching).length > 0)).toHaveLength(1)
  })
})

it('a long text is cut, and no letter in half', () => {
  const [line] = told(comment('𠮷'.repeat(5000)))
  expect(Array.from(line?.text ?? '')).toHaveLength(1001)
  expect(line?.text?.isWellFormed()).toBe(true)
})

const kindsOf = fc.subarray([...noticeKinds], { minLength: 1 })
const changed = fc.record({
  bulletin: fc.constantFrom(...rows.map(({ id }) => id)),
  kinds: fc.subarray([...changeKinds], { minLength: 1, maxLength: 4 }),
})

it('of any events what the filter finds is told, with the changes that are asked for, whatever the batches', () =>
  fc.assert(
    fc.property(query, kindsOf, fc.array(changed, { maxLength: 12 }), fc.nat({ max: 12 }), (asked, kinds, all, cut) => {
      const events = all.map(({ bulletin: id, kinds: changes }, place): LoggedEvent => ({
        ...said,
        id: place + 1,
        topic: 'bulletins',
        what: 'updated',
        bulletin: id,
        detail: { changes: changes.map((kind) => ({ kind, of: [] })), document: null, by: 'source' },
      }))
      const asking = { ...everything, kinds, rows: matchingRows(facts.columns, filterOf(asked)) }
      const found = new Set(filterWhole(facts.columns, filterOf(asked)).bulletins.map(({ id }) => id))
      const wanted = (changes: readonly string[]) => changes.filter((kind) => kinds.includes(kind as NoticeKind))
      const expected = all.flatMap(({ bulletin: id, kinds: changes }, place) =>
        found.has(id) && wanted(changes).length > 0 ? [[place + 1, id, wanted(changes)]] : [],
      )
      const lines = linesFor(asking, toldOf(events), facts)
      expect(lines.map((line) => [line.event, line.bulletin, line.changes.map(({ kind }) => kind)])).toEqual(expected)
      const batches = [events.slice(0, cut), events.slice(cut)]
      expect(batches.flatMap((batch) => linesFor(asking, toldOf(batch), facts))).toEqual(lines)
      const ranks = mostPressing(lines).map(rankOfLine)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }),
  ))

it('what is due within three days or overdue is told of by its own kind, and nothing that is done', () => {
  const lines = dueLines(everything, facts, at)
  const open = new Map(rows.map((row) => [row.id, dueOf(row)]))
  expect(lines.length).toBeGreaterThan(0)
  for (const { bulletin: id, kind } of lines) {
    const left = facts.columns.overlay.due.get(id ?? '')?.left ?? null
    expect([kind, open.get(id ?? '') !== undefined]).toEqual([(left ?? 0) < 0 ? 'overdue' : 'due-soon', true])
  }
  expect(dueLines({ ...everything, kinds: ['overdue'] }, facts, at).map(({ kind }) => kind)).not.toContain('due-soon')
})
