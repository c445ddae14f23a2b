/** Machines of a wave that wait for their hold while the others go. */
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { Machines } from '../rollout/waves.ts'
import { frozen } from '../rollout/windows.ts'
import type { HeldWave } from './held.ts'
import type { PlanMachine } from './machines.ts'
import type { WaveProgress } from './progress.ts'

/** What is left of a wave: what may go, and what waits until a moment in milliseconds since 1970 UTC. */
export type LeftApart = { free: Machines[]; later: { notBefore: number; machines: Machines[] }[] }

function lastDays(held: readonly HeldWave[]): ReadonlyMap<PlanMachine, string> {
  const days = new Map<PlanMachine, string>()
  for (const { hold, isWhole, waiting } of held)
    if (!isWhole)
      for (const machine of waiting) {
        const day = days.get(machine)
        if (day === undefined || day < hold.until) days.set(machine, hold.until)
      }
  return days
}

/** What is left of a wave, those apart that wait for the end of a hold. `zone`: where its last day ends. */
export function leftApart({ left }: WaveProgress, held: readonly HeldWave[], zone: string): LeftApart {
  const counts = new Map<PlatformId, number>(left.map(({ platform, count }) => [platform, count]))
  const byDay = Map.groupBy(lastDays(held), ([, day]) => day)
  const later = Array.from(byDay, ([day, machines]) => {
    const waiting = left.flatMap(({ platform }): Machines[] => {
      const here = machines.filter(([machine]) => machine.platform !== null && isWithin(machine.platform, platform))
      const count = Math.min(here.length, counts.get(platform) ?? 0)
      counts.set(platform, (counts.get(platform) ?? 0) - count)
      return count === 0 ? [] : [{ platform, count }]
    })
    return { notBefore: frozen({ from: day, to: day }, zone).to, machines: waiting }
  })
  const free = Array.from(counts, ([platform, count]) => ({ platform, count })).filter(({ count }) => count > 0)
  return { free, later: later.filter(({ machines }) => machines.length > 0) }
}
