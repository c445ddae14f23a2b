import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixIndexer } from '../../../src/domain/fixes/candidates.ts'
import type { FixFacts, FixKind } from '../../../src/domain/fixes/facts.ts'
import { doneSince } from '../../../src/domain/machines/done-since.ts'
import { fixRulesOn, type FixEvidence } from '../../../src/domain/machines/fix-state.ts'

const windows11 = 'windows-11.24h2.x64'
const server2008 = 'windows-server-2008-r2.sp1.x64'

type Fix = {
  kind?: FixKind
  on: string
  build?: string
  supersedes?: string[]
  baseline?: string
  lacks?: boolean
  platform?: string
}

const fix = (
  kb: number,
  { kind = 'update', on, build, supersedes = [], baseline, lacks = false, platform = windows11 }: Fix,
): FixFacts => ({
  id: `KB${kb}`,
  kb: [String(kb)],
  publishedOn: on,
  restart: 'required',
  supersedes,
  packages: [{ kind, label: null, platforms: [platform], build: build ?? null }],
  baselines: baseline === undefined ? [] : [{ bulletin: baseline, platforms: [platform], lacks }],
})

/** May and June of a Windows 11 with hotpatches, and a rollup of an old server in parts. */
const onFile = [
  fix(5000405, { on: '2026-05-12', build: '10.0.26100.4061' }),
  fix(5000404, { on: '2026-05-12', build: '10.0.26100.3981', kind: 'hotpatch', baseline: 'KB5000405' }),
  fix(5000505, { on: '2026-06-09', build: '10.0.26100.4349', supersedes: ['KB5000405'] }),
  fix(5000504, {
    on: '2026-06-09',
    build: '10.0.26100.4270',
    kind: 'hotpatch',
    baseline: 'KB5000505',
    supersedes: ['KB5000404'],
  }),
  fix(5000605, { on: '2026-06-09', build: '6.1.7601.27769', kind: 'rollup', platform: server2008 }),
  fix(5000604, { on: '2026-06-09', build: '6.1.7601.27769', kind: 'security-only', platform: server2008 }),
  fix(5000603, { on: '2026-06-09', kind: 'internet-explorer', platform: server2008 }),
]
const indexer = fixIndexer()
for (const facts of onFile) indexer.add(facts)
const index = indexer.index()
const [client, server] = [fixRulesOn(index, windows11), fixRulesOn(index, server2008)]

const evidence = (fields: Partial<FixEvidence>): FixEvidence => ({
  build: null,
  fixes: [],
  isListed: fields.fixes !== undefined,
  after: [],
  pending: [],
  removed: [],
  required: [],
  notRequired: [],
  isReported: true,
  ...fields,
})
const on = (rules: typeof client, id: string, fields: Partial<FixEvidence>) =>
  rules.answersFor(evidence(fields))[rules.positions.get(id) ?? -1]
const june = (fields: Partial<FixEvidence>) => on(client, 'KB5000505', fields)

describe('whether a machine has a fix', () => {
  it.each([
    ['it lists it', { fixes: ['KB5000505'], build: '10.0.26100' }, 'fixed', { code: 'listed' }],
    [
      'it has the hotpatch, whose build is lower',
      { build: '10.0.26100.4270' },
      'fixed',
      { code: 'hotpatch', by: 'KB5000504', lacks: false },
    ],
    ['it lists the hotpatch', { fixes: ['KB5000504'] }, 'fixed', { code: 'hotpatch', by: 'KB5000504', lacks: false }],
    [
      'a later update runs that no document knows',
      { build: '10.0.26100.4351', fixes: ['KB5000999'] },
      'fixed',
      { code: 'build', build: '10.0.26100.4351', needed: '10.0.26100.4349' },
    ],
    [
      'its build is older',
      { build: '10.0.26100.4061' },
      'missing',
      { code: 'older-build', build: '10.0.26100.4061', needed: '10.0.26100.4349' },
    ],
    [
      'it has the hotpatch of the month before',
      { build: '10.0.26100.3981', fixes: ['KB5000404'] },
      'missing',
      { code: 'older-build', build: '10.0.26100.3981', needed: '10.0.26100.4349' },
    ],
    [
      'the revision is missing: its list decides',
      { build: '10.0.26100', fixes: ['KB5000405'] },
      'missing',
      { code: 'not-listed' },
    ],
    [
      'it lists a later fix that no document knows',
      { fixes: ['KB5000999'] },
      'unknown',
      { code: 'unknown-fix', kb: 'KB5000999' },
    ],
    [
      'it lists it and runs the build from before',
      { build: '10.0.26100.4061', fixes: ['KB5000505'] },
      'restart-pending',
      { code: 'restart', by: 'KB5000505', build: '10.0.26100.4061' },
    ],
    [
      'its build was seen before it came',
      { build: '10.0.26100.4061', fixes: ['KB5000505'], after: ['KB5000505'] },
      'fixed',
      { code: 'listed' },
    ],
    [
      'it waits for a restart',
      { fixes: ['KB5000505'], restartPending: true },
      'restart-pending',
      { code: 'restart', by: 'KB5000505', build: null },
    ],
    ['it was removed', { fixes: ['KB5000405'], removed: ['KB5000505'] }, 'missing', { code: 'removed' }],
    ['a tool finds that it needs it', { required: ['KB5000505'] }, 'missing', { code: 'required' }],
    [
      'a tool finds that it does not need it',
      { notRequired: ['KB5000505'] },
      'not-concerned',
      { code: 'not-required' },
    ],
    ['neither build nor fixes are reported', { build: '10.0.26100' }, 'unknown', { code: 'no-evidence' }],
    ['it has never reported', { isReported: false }, 'unknown', { code: 'never-reported' }],
  ] as const)('is told where %s', (_, fields, state, reason) => {
    expect(june(fields as Partial<FixEvidence>)).toEqual({ state, reason })
  })

  it('is not told by the build of an old server: that of the security part alone is the same', () => {
    const fields = { build: '6.1.7601.27769', fixes: ['KB5000604'] }
    expect(on(server, 'KB5000604', fields)).toEqual({ state: 'fixed', reason: { code: 'listed' } })
    expect(on(server, 'KB5000605', fields)).toEqual({
      state: 'partly',
      reason: { code: 'security-only', by: 'KB5000604' },
    })
    expect(on(server, 'KB5000603', fields)?.state).toBe('missing')
    expect(on(server, 'KB5000605', { ...fields, required: ['KB5000605'] })?.state).toBe('partly')
    expect(on(server, 'KB5000603', { fixes: ['KB5000605'] })).toEqual({
      state: 'fixed',
      reason: { code: 'contained', by: 'KB5000605' },
    })
  })

  it('follows from a fix that supersedes it, on every machine', () => {
    const months = fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(months, fc.nat(), (gaps, pick) => {
        const chain = gaps.map((gap, at) =>
          fix(5100000 + at, {
            on: `20${10 + at}-0${1 + gap}-09`,
            ...(gap > 0 && { build: `10.0.26100.${1000 + at * 10}` }),
            supersedes: at === 0 ? [] : [`KB${5100000 + at - 1}`],
          }),
        )
        const own = fixIndexer()
        for (const facts of chain) own.add(facts)
        const rules = fixRulesOn(own.index(), windows11)
        const has = pick % chain.length
        const answers = rules.answersFor(evidence({ fixes: [`KB${5100000 + has}`] }))
        for (let at = 0; at <= has; at++)
          expect(answers[rules.positions.get(`KB${5100000 + at}`) ?? -1]?.state).toBe('fixed')
      }),
    )
  })
})

describe('since when a machine has a fix', () => {
  const shown = {
    fixes: { KB5000505: '2026-06-20T00:00:00.000Z' },
    days: {},
    builds: { '10.0.26100.4351': '2026-06-18T00:00:00.000Z' },
  }
  const since = (more: object, fields: Partial<FixEvidence>) => {
    const { fixes } = evidence(fields)
    const given = { fixes, answers: client.answersFor(evidence(fields)) }
    const machine = { shown, attempts: [], lastSeen: null, ...more }
    return doneSince(['KB5000505', 'KB5000405'], machine, given, client, index.idOf)
  }

  it('is when it was installed, else the first report that showed it', () => {
    const attempts = [
      { fix: 'KB5000505', at: '2026-06-11T01:00:00.000Z', outcome: 'failed' as const },
      { fix: 'KB5000505', at: '2026-06-12T01:00:00.000Z', outcome: 'installed' as const },
    ]
    expect(since({ attempts }, { fixes: ['KB5000505'] }).get('KB5000505')).toEqual({
      at: '2026-06-12T01:00:00.000Z',
      isExact: true,
    })
    expect(since({}, { fixes: ['KB5000505'] }).get('KB5000405')).toEqual({
      at: '2026-06-20T00:00:00.000Z',
      isExact: false,
    })
    expect(since({ shown: { ...shown, fixes: {} } }, { build: '10.0.26100.4351' }).get('KB5000505')).toEqual({
      at: '2026-06-18T00:00:00.000Z',
      isExact: false,
    })
  })

  it('is null where it lacks it, and later than its removal', () => {
    expect(since({}, { build: '10.0.26100.4061' }).get('KB5000505')).toBeNull()
    const attempts = [
      { fix: 'KB5000505', at: '2026-06-12T01:00:00.000Z', outcome: 'installed' as const },
      { fix: 'KB5000505', at: '2026-06-13T01:00:00.000Z', outcome: 'removed' as const },
      { fix: 'KB5000505', at: '2026-06-15T01:00:00.000Z', outcome: 'installed' as const },
    ]
    expect(since({ attempts }, { fixes: ['KB5000505'] }).get('KB5000505')?.at).toBe('2026-06-15T01:00:00.000Z')
  })
})
