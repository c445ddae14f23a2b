/** What a load came to, for a person to read. */
import type { Loaded, Sample } from './load-generator.ts'
import { quantile } from './quantile.ts'

/** 99 of 100 requests are answered within so many times the wait for `/healthz` at the same rate. */
export const mostTimes = 5
/** Where so many of 100 are sent later than this, in milliseconds, the machine was busy with something else. */
const maxLate = 10

const rowOf = (kind: string, of: readonly Sample[], waits = of.map(({ wait }) => wait)) => {
  const errors = of.filter(({ error }) => error !== null).length
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => quantile(waits, share))
  return { kind, requests: of.length, errors, p50, p95, p99, max }
}

const p99Of = (samples: readonly Sample[]) =>
  quantile(
    samples.map(({ wait }) => wait),
    0.99,
  )

/**
 * Prints the table and whether the target was met. False where it was missed, or something went wrong. `floor`: the same
 * rate of `/healthz` alone.
 */
export function report({ samples, faults }: Loaded, floor: Loaded): boolean {
  const late = samples.map((sample) => sample.late)
  console.table([
    rowOf('all', samples),
    ...Map.groupBy(samples, ({ kind }) => kind)
      .entries()
      .map(([kind, of]) => rowOf(kind, of)),
    rowOf('sent late by', samples, late),
  ])
  const errors = [...new Set([...samples.flatMap(({ error }) => error ?? []), ...faults])]
  for (const error of errors) console.error(error)
  const [p99, least] = [p99Of(samples), p99Of(floor.samples)]
  const times = Math.round((p99 / least) * 10) / 10
  const said = `99 of 100 within ${p99} ms, ${times} times the ${least} ms of /healthz (target ${mostTimes} times)`
  const lateness = quantile(late, 0.99)
  const isMet = times <= mostTimes
  const isBusy = lateness > maxLate
  if (errors.length > 0) console.error('There were errors: the target is missed, whatever the times are.')
  else if (isMet) console.log(`Met: no error, and ${said}.`)
  else if (isBusy) console.log(`The machine was busy (requests were sent ${lateness} ms late): this says nothing.`)
  else console.error(`Missed: ${said}, and the machine was not busy.`)
  return errors.length === 0 && (isMet || isBusy)
}
