/** Plans and facts for specs. */
import type { KeptPlan, PlanWave } from '../../../src/contract/plans.ts'
import type { MachineFact } from '../../../src/domain/plans/facts.ts'

/** A plan in Tokyo, Tuesdays and Thursdays from 22:00 to 05:00, from 10 June 2031 on. */
export const inputs = '1;b:KB5000001;m:windows-11.24h2:150,windows-server-2022:57;c:2;k:24;z:Asia/Tokyo;s:2031-06-10'

export const wave = (key: string, count: number, more: Partial<PlanWave> = {}): PlanWave => ({
  key,
  name: '',
  machines: [{ platform: 'windows-11.24h2', count }],
  waitsFor: [],
  gate: { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true },
  ...more,
})

const signed = { by: 'Sato', at: '2031-06-09T01:00:00.000Z' }

export const planWith = (waves: PlanWave[], more: Partial<KeptPlan> = {}): KeptPlan => ({
  id: 1,
  version: 1,
  name: 'June',
  owner: null,
  ticket: null,
  inputs,
  waves,
  bulletins: ['KB5000001'],
  fleet: [],
  state: 'running',
  approval: signed,
  startedAt: '2031-06-09T02:00:00.000Z',
  created: signed,
  changed: signed,
  opened: [],
  counts: [],
  ...more,
})

export const fact = (machine: number, more: Partial<MachineFact> = {}): MachineFact => ({
  machine,
  platform: 'windows-11.24h2.x64',
  roles: [],
  fix: 'KB5000001',
  doneAt: null,
  isExact: true,
  attempts: [],
  restartPending: false,
  lastSeen: null,
  ...more,
})

/** `12:30` on a day of June 2031 in Tokyo, in milliseconds. */
export const june = (day: number, time: string): number =>
  Date.parse(`2031-06-${String(day).padStart(2, '0')}T${time}:00+09:00`)

export const isoIn = (day: number, time: string): string => new Date(june(day, time)).toISOString()
