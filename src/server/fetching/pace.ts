/** Spaces out requests, so that no list of a publisher has us flood a machine. */
import { setTimeout as sleep } from 'node:timers/promises'

type Clock = {
  /** Milliseconds, from wherever. */
  now: () => number
  wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

const realClock: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
}

/** Waits for the turn of a request; rejects where the signal ends the waiting. */
export type Pace = (host: string, perSecond: number, signal: AbortSignal) => Promise<void>

/** The most hosts that are remembered before those that were not asked lately are forgotten. */
const maxHosts = 1000

/** Lets a host be asked `perSecond` times at once, and then as often in each second. */
export function pacer({ now, wait }: Clock = realClock): Pace {
  /** The moment until which the requests of a host are spread, had each waited for the one before. */
  const spreadUntil = new Map<string, number>()
  return async (host, perSecond, signal) => {
    const [moment, gap] = [now(), 1000 / perSecond]
    if (spreadUntil.size > maxHosts)
      for (const [each, until] of spreadUntil) if (until < moment) spreadUntil.delete(each)
    const until = Math.max(spreadUntil.get(host) ?? moment, moment) + gap
    spreadUntil.set(host, until)
    const early = until - 1000 - moment
    if (early > 0) await wait(early, signal)
  }
}
