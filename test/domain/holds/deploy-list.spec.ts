import { describe, expect, it } from 'vitest'
import type { Hold } from '../../../src/contract/holds.ts'
import { deployRows, type DeployFacts } from '../../../src/domain/holds/deploy-list.ts'

const today = '2026-12-01'
const server = 'windows-server-2019'
const hold = (more: Partial<Hold> = {}): Hold => ({
  id: 7,
  version: 7,
  bulletins: ['KB1'],
  platforms: [],
  roles: [],
  reason: 'Printing stops',
  until: '2026-12-03',
  first: '2026-12-03',
  by: 'Sato',
  at: '2026-11-29T00:00:00.000Z',
  renewals: 0,
  renewed: null,
  ended: null,
  ...more,
})
const go: DeployFacts = {
  kb: ['1'],
  decision: { verdict: 'go', who: 'Ito', at: '2026-11-30T09:00:00.000Z' },
  tests: [],
}
const failed = {
  edition: 'Windows Server 2019 Standard',
  platform: server,
  outcome: 'failed',
  on: '2026-11-30',
  at: '2026-11-30T10:00:00.000Z',
} as const

type More = { holds?: Hold[]; facts?: DeployFacts; roles?: string[]; platform?: string }

const rowOf = ({ holds = [], facts = go, roles, platform = server }: More) =>
  deployRows(
    {
      toInstall: new Map([['KB1', [platform]]]),
      lines: [{ platform, machines: 10, ...(roles && { roles }) }],
      holds,
      factsOf: () => facts,
    },
    today,
  )[0]

describe('a fix on a platform', () => {
  it('is approved where go was signed and nothing speaks against it', () => {
    expect(rowOf({})).toEqual({
      bulletin: 'KB1',
      kb: ['1'],
      platform: server,
      machines: 10,
      answer: 'approve',
      heldRoles: [],
      why: [{ by: 'decision', ...go.decision }],
    })
  })

  it('is held where nobody has decided, or no-go was signed', () => {
    expect(rowOf({ facts: { ...go, decision: null } })).toMatchObject({
      answer: 'hold',
      why: [{ by: 'no-decision' }],
    })
    const decision = { verdict: 'no-go' as const, who: 'Ito', at: '2026-11-30T09:00:00.000Z' }
    expect(rowOf({ facts: { ...go, decision } })).toMatchObject({ answer: 'hold' })
  })

  it('is held by a hold, with its reason and last day', () => {
    expect(rowOf({ holds: [hold()] })).toMatchObject({
      answer: 'hold',
      heldRoles: [],
      why: [{ by: 'hold', hold: 7, until: '2026-12-03', reason: 'Printing stops' }, { by: 'decision' }],
    })
  })

  it('is approved again once the hold is over', () => {
    expect(rowOf({ holds: [hold({ until: '2026-11-30' })] })).toMatchObject({ answer: 'approve' })
  })

  it('is held whole by a hold on roles that the fleet does not tell, and names the roles', () => {
    const holds = [hold({ roles: ['domain-controller'] })]
    expect(rowOf({ holds })).toMatchObject({ answer: 'hold', heldRoles: ['domain-controller'] })
    expect(rowOf({ holds, roles: ['kiosk', 'domain-controller'] })).toMatchObject({ answer: 'hold' })
    expect(rowOf({ holds, roles: ['kiosk'] })).toMatchObject({ answer: 'approve', heldRoles: [] })
  })

  it('names no roles where something else holds all of it', () => {
    const holds = [hold({ roles: ['domain-controller'] }), hold({ id: 8 })]
    expect(rowOf({ holds })).toMatchObject({ heldRoles: [] })
    const facts = { ...go, tests: [failed] }
    expect(rowOf({ holds: holds.slice(0, 1), facts })).toMatchObject({ heldRoles: [] })
  })

  it('is held by a test that failed after go was signed, on its platform alone', () => {
    const facts = { ...go, tests: [failed] }
    expect(rowOf({ facts })).toMatchObject({ answer: 'hold', why: [{ by: 'failed-test' }, { by: 'decision' }] })
    expect(rowOf({ facts, platform: 'windows-11.24h2' })).toMatchObject({ answer: 'approve' })
  })

  it('is approved where go was signed with the failed test in sight', () => {
    const facts = { ...go, tests: [{ ...failed, at: '2026-11-30T08:00:00.000Z' }] }
    expect(rowOf({ facts })).toMatchObject({ answer: 'approve' })
  })
})
