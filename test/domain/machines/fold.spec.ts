import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptResults, type Attempt } from '../../../src/contract/machines.ts'
import { foldMachine } from '../../../src/domain/machines/fold.ts'
import { inventoryKinds } from '../../../src/contract/inventory.ts'
import { reportedStates, type MachineReport } from '../../../src/domain/machines/report.ts'

const at = (day: number, hour = 0) => `2025-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`

const report = (fields: Partial<MachineReport>): MachineReport => ({
  name: 'PC-1',
  kind: 'get-hotfix',
  seenAt: at(20),
  ...fields,
})
const listed = (day: number, ...kbs: string[]) =>
  report({ kind: 'get-hotfix', seenAt: at(day), fixes: kbs.map((kb) => ({ kb })) })
const attempt = (fix: string, day: number, outcome: Attempt['outcome']): Attempt => ({ fix, at: at(day), outcome })
const factsOf = (reports: MachineReport[], attempts: Attempt[] = []) => foldMachine(reports, attempts).facts

const [may, june] = ['KB5000005', 'KB5000006']
const moment = fc.integer({ min: 1, max: 28 }).map((day) => at(day))
const kb = fc.constantFrom(may, june, 'KB5000007')
const anyReport: fc.Arbitrary<MachineReport> = fc.record(
  {
    name: fc.constantFrom('PC-1', 'pc-1'),
    kind: fc.constantFrom(...inventoryKinds),
    seenAt: fc.option(moment),
    build: fc.constantFrom('10.0.26100', '10.0.26100.4061', '10.0.26100.4349', '10.0.19045.5854'),
    fixes: fc.uniqueArray(fc.record({ kb }), { selector: (each) => each.kb }),
    states: fc.uniqueArray(fc.record({ kb, state: fc.constantFrom(...reportedStates) }), {
      selector: (each) => each.kb,
    }),
    roles: fc.uniqueArray(fc.constantFrom('kiosk', 'domain-controller')),
    restartPending: fc.boolean(),
  },
  { requiredKeys: ['name', 'kind', 'seenAt'] },
)
const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  fix: kb,
  at: moment,
  outcome: fc.constantFrom(...attemptResults),
})
const unordered = <T>(items: readonly T[]) => fc.shuffledSubarray([...items, ...items], { minLength: items.length * 2 })

describe('a machine that is put together from its reports', () => {
  it('is the same in whatever order, how often and how late they come', () => {
    const given = fc.tuple(fc.array(anyReport, { maxLength: 8 }), fc.array(anyAttempt, { maxLength: 8 }))
    const arrivals = given.chain(([reports, attempts]) =>
      fc.tuple(fc.constant({ reports, attempts }), unordered(reports), unordered(attempts)),
    )
    fc.assert(
      fc.property(arrivals, ([{ reports, attempts }, late, again]) => {
        expect(foldMachine(late, again)).toEqual(foldMachine(reports, attempts))
      }),
    )
  })

  it('has the build with its revision, also where a later report leaves that out', () => {
    const intune = report({ kind: 'intune', seenAt: at(18), build: '10.0.26100.4349' })
    expect(factsOf([intune, report({ kind: 'osquery', build: '10.0.26100' })]).windows.build).toBe('10.0.26100.4349')
    expect(factsOf([intune, report({ kind: 'osquery', build: '10.0.26200' })]).windows.build).toBe('10.0.26200')
  })

  it('has the fixes of its newest list', () => {
    expect(factsOf([listed(11, may), { ...listed(12, june), kind: 'systeminfo' }])).toMatchObject({
      fixes: [june],
      isListed: true,
    })
  })

  it('has a fix that was installed after its list, and none that was removed since', () => {
    expect(factsOf([listed(11, may)], [attempt(june, 12, 'installed')]).fixes).toEqual([may, june])
    const removed = factsOf([listed(11, may)], [attempt(june, 12, 'installed'), attempt(june, 13, 'removed')])
    expect(removed).toMatchObject({ fixes: [may], removed: [june] })
    expect(factsOf([], [attempt(june, 12, 'failed')]).fixes).toEqual([])
  })

  it('tells what a tool has installed and no later list has apart: it may be a program', () => {
    expect(factsOf([listed(14, may)], [attempt(june, 12, 'installed')])).toMatchObject({
      fixes: [may],
      unlisted: [june],
    })
  })

  it('knows which fixes came after its build was seen', () => {
    const build = report({ kind: 'intune', seenAt: at(10), build: '10.0.26100.4061' })
    const list = report({
      fixes: [
        { kb: june, since: '2025-06-12' },
        { kb: may, since: '2025-05-14' },
      ],
    })
    expect(factsOf([build, list])).toMatchObject({ fixes: [may, june], after: [june] })
  })

  it('waits for a restart until one is seen', () => {
    const waits = [attempt(june, 12, 'restart-pending')]
    expect(factsOf([listed(14, june)], waits).pending).toEqual([june])
    expect(factsOf([{ ...listed(14, june), restartPending: false }], waits).pending).toEqual([])
    expect(factsOf([listed(14, june)], [...waits, attempt(june, 13, 'installed')]).pending).toEqual([])
  })

  it('was never seen where it is only named', () => {
    const named = report({ kind: 'configmgr', seenAt: null, states: [{ kb: june, state: 'unknown' }] })
    expect(foldMachine([named], [])).toMatchObject({ lastSeen: null, facts: { isReported: false } })
  })
})
