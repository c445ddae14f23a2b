/** The looks that are under way or wait for their turn: a few at once, and of each host one. */
import { LookEnded, type LookEnd } from './ending.ts'

type Running = { host: string; ending: AbortController; done: Promise<void> }

/** `perform` looks at a source until its signal ends that; it never rejects. */
export function lookQueue({
  atOnce,
  perform,
}: {
  atOnce: number
  perform: (id: string, signal: AbortSignal, end: (why: LookEnd) => void) => Promise<void>
}) {
  /** The hosts of the sources that wait, in their order. */
  const waiting = new Map<string, string>()
  const running = new Map<string, Running>()
  let isStopped = false

  async function run(id: string, ending: AbortController) {
    await perform(id, ending.signal, (why) => ending.abort(new LookEnded(why)))
    running.delete(id)
    fill()
  }

  /** Begins what may begin. */
  function fill() {
    if (isStopped) return
    const hosts = new Set([...running.values()].map(({ host }) => host))
    for (const [id, host] of waiting) {
      if (running.size >= atOnce) return
      if (hosts.has(host)) continue
      hosts.add(host)
      waiting.delete(id)
      const ending = new AbortController()
      running.set(id, { host, ending, done: run(id, ending) })
    }
  }

  return {
    /** Whether a look at a source is under way or waits. */
    has: (id: string) => running.has(id) || waiting.has(id),
    /** Has a source looked at as soon as it may be; one that waits or is looked at already is not twice. */
    add(id: string, url: string) {
      if (isStopped || running.has(id) || waiting.has(id)) return
      waiting.set(id, URL.parse(url)?.host ?? url)
      fill()
    },
    /** Ends the look at a source; done when it is over. */
    async end(id: string, why: LookEnd) {
      waiting.delete(id)
      const look = running.get(id)
      look?.ending.abort(new LookEnded(why))
      await look?.done
    },
    /** Ends every look, and begins none any more. */
    async stop() {
      isStopped = true
      waiting.clear()
      for (const { ending } of running.values()) ending.abort(new LookEnded('stopping'))
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
