/** What makes a plan fit that does not: each remedy is tried by planning again. */
import { planWaves, type PlanInput } from './plan.ts'
import { countOf } from './waves.ts'

export type Remedy =
  /** So many consoles more. */
  | { kind: 'consoles'; more: number }
  /** Every window so many minutes longer. */
  | { kind: 'window'; minutes: number }
  /** So many machines less in the wave. */
  | { kind: 'wave'; wave: number; machines: number }

/** Consoles cost money, minutes a night's sleep: what is looked at, in steps. */
const consolesAtMost = 8
const stepMinutes = 15
const stepsAtMost = 48

const fits = (input: PlanInput) => planWaves(input).misfits.length === 0

/** The first of 1 to `most` that does, given that all after it do too; null where none does. */
function leastThatFits(most: number, does: (count: number) => boolean): number | null {
  if (!does(most)) return null
  let [fails, works] = [0, most]
  while (works - fails > 1) {
    const middle = (fails + works) >> 1
    if (does(middle)) works = middle
    else fails = middle
  }
  return works
}

/** What would make the plan fit, the cheapest first: consoles, then longer windows, then a smaller wave. None where it fits. */
export function remedies(input: PlanInput): Remedy[] {
  const [misfit] = planWaves(input).misfits
  if (misfit === undefined) return []
  const more = leastThatFits(consolesAtMost, (count) => fits({ ...input, consoles: input.consoles + count }))
  const steps = leastThatFits(stepsAtMost, (count) =>
    fits({ ...input, open: input.open.map(({ from, to }) => ({ from, to: to + count * stepMinutes * 60_000 })) }),
  )
  const isAlone = planWaves(input).misfits.length === 1
  const wave = input.waves.find(({ number }) => number === misfit.wave)
  const isSmaller = isAlone && wave !== undefined && misfit.machines < countOf(wave.machines)
  return [
    ...(more === null ? [] : [{ kind: 'consoles', more } as const]),
    ...(steps === null ? [] : [{ kind: 'window', minutes: steps * stepMinutes } as const]),
    ...(isSmaller ? [{ kind: 'wave', wave: misfit.wave, machines: misfit.machines } as const] : []),
  ]
}
