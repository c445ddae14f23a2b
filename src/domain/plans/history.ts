/** What has happened to a plan, with what changed and why. */
import type { PlanChange, PlanHistoryEntry } from '../../contract/plan-view.ts'
import type { PlanWave } from '../../contract/plans.ts'
import { inputTexts } from '../rollout/inputs.ts'
import type { PlanContent, PlanEvent } from './events.ts'

const asText = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)

const waveParts = ['name', 'machines', 'roles', 'machineIds', 'waitsFor', 'gate'] as const

/** How two versions of one wave differ. */
const changesOfWave = (before: PlanWave, after: PlanWave): PlanChange[] =>
  waveParts.flatMap((part) => {
    const [from, to] = [asText(before[part]), asText(after[part])]
    return from === to ? [] : [{ what: `wave.${part}`, wave: after.key, from, to }]
  })

function changesOfWaves(before: readonly PlanWave[], after: readonly PlanWave[]): PlanChange[] {
  const [old, present] = [before, after].map((waves) => new Map(waves.map((wave) => [wave.key, wave])))
  const keysOf = (waves: readonly PlanWave[], among: ReadonlyMap<string, PlanWave> | undefined) =>
    waves.flatMap(({ key }) => (among?.has(key) === true ? [key] : []))
  const orders = [keysOf(before, present), keysOf(after, old)].map((keys) => keys.join(', '))
  return [
    ...before
      .filter(({ key }) => present?.has(key) !== true)
      .map(({ key, name }) => ({ what: 'wave-removed', wave: key, from: name, to: null })),
    ...after.flatMap((wave) => {
      const was = old?.get(wave.key)
      return was === undefined
        ? [{ what: 'wave-added', wave: wave.key, from: null, to: wave.name }]
        : changesOfWave(was, wave)
    }),
    ...(orders[0] === orders[1]
      ? []
      : [{ what: 'wave-order', wave: null, from: orders[0] ?? null, to: orders[1] ?? null }]),
  ]
}

/** How two versions of a plan differ, in the order of its fields; inputs of the draft by their names. */
function changesBetweenPlans(before: PlanContent, after: PlanContent): PlanChange[] {
  const [from, to] = [inputTexts(before.inputs), inputTexts(after.inputs)]
  const inputs = [...new Set([...from.keys(), ...to.keys()])].filter((name) => from.get(name) !== to.get(name))
  return [
    ...(['name', 'owner', 'ticket'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ what: field, wave: null, from: before[field], to: after[field] })),
    ...inputs.map((name) => ({ what: name, wave: null, from: from.get(name) ?? null, to: to.get(name) ?? null })),
    ...changesOfWaves(before.waves, after.waves),
  ]
}

/** The history that events, oldest first, tell; newest first. */
export function historyOf(events: readonly PlanEvent[]): PlanHistoryEntry[] {
  let before: PlanContent | null = null
  const entries = events.map((event): PlanHistoryEntry => {
    const entry: PlanHistoryEntry = {
      id: event.id,
      at: event.at,
      who: event.who,
      what: event.what,
      why: 'why' in event.detail ? event.detail.why : '',
      changes: [],
      state: event.what === 'state-set' ? event.detail.state : null,
      wave: 'wave' in event.detail ? event.detail.wave : null,
      waits: event.what === 'gate-opened' ? event.detail.waits : [],
      stops: event.what === 'gate-opened' ? event.detail.stops : [],
      count: event.what === 'counted' ? { done: event.detail.done, at: event.detail.at } : null,
    }
    if (event.what === 'changed' && before !== null) entry.changes = changesBetweenPlans(before, event.detail)
    if (event.what === 'changed' || event.what === 'created') before = event.detail
    return entry
  })
  return entries.toReversed()
}
