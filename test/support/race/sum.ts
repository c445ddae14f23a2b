/** Whether what two servers tell after a race adds up to what was acknowledged. */
import * as z from 'zod'
import { PackedBulletin } from '../../../src/contract/packed-bulletin.ts'
import { Summary } from '../../../src/contract/summary.ts'
import { MachineDetail, MachineRow } from '../../../src/contract/machines.ts'
import { PlanHistoryEntry, PlanView } from '../../../src/contract/plan-view.ts'
import { HoldList } from '../../../src/contract/holds.ts'
import { counted } from '../../../src/domain/lab/recorded.ts'
import { faultsIn, readLog } from '../event-log.ts'
import type { Notes } from './people.ts'
import type { Won } from './told.ts'

const raced = new Set(['triage', 'lab', 'holds'])

const read = async (address: string): Promise<unknown> => (await fetch(address)).json()

/** A lost update would be missing in the count of its bulletin, or have left a result that nobody has corrected. */
export async function sumUp(
  url: string,
  ids: readonly string[],
  won: readonly Won[],
): Promise<{ faults: string[]; events: number }> {
  const log = await readLog(url, ids)
  const summaries = new Map(
    z
      .array(Summary)
      .parse(await read(`${url}/api/bulletins`))
      .map((each) => [each.id, each]),
  )
  const faults = faultsIn(log)
  const told: number[] = []
  for (const [id, events] of log.events) {
    const writes = (topic: Won['topic']) => won.filter((write) => write.id === id && write.topic === topic).length
    const count = Number(log.states.get(id)?.note ?? 0)
    if (count !== writes('triage')) faults.push(`${id} counts ${count} of ${writes('triage')} writes`)

    const results = events.flatMap((event) =>
      event.topic === 'lab'
        ? [{ id: event.id, by: event.who, at: event.at, bulletin: event.bulletin, ...event.detail }]
        : [],
    )
    const standing = counted(results).length
    if (results.length !== writes('lab') || standing !== Math.min(1, results.length))
      faults.push(`${id} has ${results.length} of ${writes('lab')} results, of which ${standing} count`)
    // The list is made from summaries, and the bulletin from its document and the results.
    const { tests } = PackedBulletin.parse(await read(`${url}/api/bulletins/${id}`))
    const listed = Object.values(summaries.get(id)?.tests ?? {}).reduce((sum, each) => sum + each, 0)
    if (listed !== tests.length) faults.push(`${id} has ${tests.length} results, and ${listed} in the list`)
    const [hold, ...others] = HoldList.parse(await read(`${url}/api/holds?bulletin=${id}`)).holds
    const renewals = hold?.renewals ?? -1
    if (others.length > 0 || renewals + 1 !== writes('holds'))
      faults.push(`${id} has ${1 + others.length} holds, renewed ${renewals} times by ${writes('holds') - 1} writes`)
    told.push(...events.flatMap(({ id: event, topic }) => (raced.has(topic) ? [event] : [])))
  }
  const acknowledged = new Set(won.map(({ version }) => version))
  faults.push(...told.filter((id) => !acknowledged.has(id)).map((id) => `event ${id} was not acknowledged`))
  return { faults, events: told.length }
}

/** A plan has each write once in its history and, where each built on the one before, all of them in its name. */
export async function sumUpPlan(url: string, id: number, { renamed, gates }: Notes): Promise<string[]> {
  const { plan } = PlanView.parse(await read(`${url}/api/plans/${id}`))
  const history = z.array(PlanHistoryEntry).parse(await read(`${url}/api/plans/${id}/history`))
  const turned = history.filter(({ what }) => what === 'gate-opened' || what === 'gate-closed').length
  return [
    ...(plan.name === String(renamed.count) ? [] : [`plan ${id} counts ${plan.name} of ${renamed.count} names`]),
    ...(turned === gates.count ? [] : [`the gate of plan ${id} was set ${turned} times by ${gates.count} writes`]),
    ...(plan.opened.length === gates.count % 2 ? [] : [`the gate of plan ${id} is not as the last one left it`]),
  ]
}

/** However a name was written there is one machine of it, and each attempt on it is there once. */
export async function sumUpMachines(url: string, { attempts }: Notes): Promise<string[]> {
  const machines = z.array(MachineRow).parse(await read(`${url}/api/machines`))
  const names = new Set(machines.map(({ name }) => name.toLowerCase()))
  const details = await Promise.all(machines.map(({ id }) => read(`${url}/api/fleet/machines/${id}`)))
  const told = details.reduce<number>((sum, detail) => sum + MachineDetail.parse(detail).attempts.length, 0)
  return [
    ...(names.size === machines.length ? [] : [`${machines.length} machines have ${names.size} names`]),
    ...(told === attempts.count ? [] : [`${told} of ${attempts.count} attempts are on file`]),
  ]
}
