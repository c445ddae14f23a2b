/** The kept plan of the patch day. */
import type { PlanWave } from '../../../src/contract/plans.ts'
import type { Store } from '../../../src/server/store/store.ts'

const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }

/** Two waves of the clients; the pilot has failed too often. */
const waves: readonly PlanWave[] = [
  { key: 'pilot', name: '', machines: [{ platform: 'windows-11.24h2', count: 12 }], waitsFor: [], gate },
  { key: 'clients', name: '', machines: [{ platform: 'windows-11.24h2', count: 228 }], waitsFor: ['pilot'], gate },
]

/** Keeps a plan of a client update that runs, with a gate that is stopped. */
export async function keepPlan({ plans }: Store, bulletin: string): Promise<void> {
  const inputs = `1;b:${bulletin};m:windows-11.24h2:240;c:2;k:24;z:Asia/Tokyo;s:2026-11-17`
  const { id, version } = await plans.keep(
    { name: 'Made-up clients', owner: 'Ito', ticket: 'CHG-1', inputs },
    waves,
    'Ito',
  )
  const approved = await plans.setState(id, version, { state: 'approved', why: '' }, 'Sato')
  if (approved.outcome !== 'saved') throw new Error(`the plan was not approved: ${approved.outcome}`)
  await plans.setState(id, approved.plan.version, { state: 'running', why: '' }, 'Sato')
  await plans.count(id, { wave: 'pilot', done: 12, tried: 12, failed: 2, at: '2026-11-17T15:00:00.000Z' }, 'Ito')
}
