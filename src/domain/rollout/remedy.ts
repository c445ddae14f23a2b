/** What makes a plan fit that does not: each remedy is tried by planning again. */
import { answerTo, type Facts } from './answer.ts'
import * as limits from '../../contract/limits.ts'
import type { RolloutInputs } from './inputs.ts'
import { countOf } from './waves.ts'
import { lengthened } from './windows.ts'

export type PlanRemedy =
  /** Add this many consoles. */
  | { kind: 'consoles'; more: number; change: Partial<RolloutInputs> }
  /** Make every window this many minutes longer. */
  | { kind: 'window'; minutes: number; change: Partial<RolloutInputs> }
  /** Take this many machines out of the wave; people choose which. */
  | { kind: 'wave'; wave: number; machines: number }

/** How far is looked: consoles cost money, minutes a night's sleep. */
const maxMoreConsoles = 8
const stepMinutes = 15
const maxSteps = 48

/** The first of 1 to `most` that does, given that all after it do too; null where none does. */
function leastThat(most: number, does: (count: number) => boolean): number | null {
  if (most < 1 || !does(most)) return null
  let [fails, works] = [0, most]
  while (works - fails > 1) {
    const middle = (fails + works) >> 1
    if (does(middle)) works = middle
    else fails = middle
  }
  return works
}

/** What would make the plan fit, the cheapest first: consoles, then longer windows, then a smaller wave. None where it fits. */
export function remedies(inputs: RolloutInputs, facts: Facts): PlanRemedy[] {
  const { plan, waves } = answerTo(inputs, facts)
  const [misfit, ...others] = plan.misfits
  if (misfit === undefined) return []
  const fitsWith = (change: Partial<RolloutInputs>) =>
    answerTo({ ...inputs, ...change }, facts).plan.misfits.length === 0

  const consoles = (more: number) => ({ consoles: inputs.consoles + more })
  const more = leastThat(Math.min(maxMoreConsoles, limits.consoles.max - inputs.consoles), (count) =>
    fitsWith(consoles(count)),
  )
  const windows = (minutes: number) => ({ windows: inputs.windows.map((window) => lengthened(window, minutes)) })
  const steps = leastThat(maxSteps, (count) => fitsWith(windows(count * stepMinutes)))
  const wave = waves.find(({ number }) => number === misfit.wave)
  const isSmaller = others.length === 0 && wave !== undefined && misfit.machines < countOf(wave.machines)
  return [
    ...(more === null ? [] : [{ kind: 'consoles', more, change: consoles(more) } as const]),
    ...(steps === null
      ? []
      : [{ kind: 'window', minutes: steps * stepMinutes, change: windows(steps * stepMinutes) } as const]),
    ...(isSmaller ? [{ kind: 'wave', wave: misfit.wave, machines: misfit.machines } as const] : []),
  ]
}
