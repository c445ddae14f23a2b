type Limits = {
  atOnce: number
  waiting: number
  /** The answer where no more may wait. */
  busy: () => Error
}

/** Turns at something that takes much of the machine: some at once in the order in which they come, and a short queue. */
export function turnsOf({ atOnce, waiting, busy }: Limits) {
  let running = 0
  const queue: (() => void)[] = []
  async function turn(signal?: AbortSignal): Promise<void> {
    if (queue.length >= waiting) throw busy()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const giveUp = () => {
      queue.splice(queue.indexOf(resolve), 1)
      reject(busy())
    }
    queue.push(resolve)
    signal?.addEventListener('abort', giveUp, { once: true })
    await promise.finally(() => signal?.removeEventListener('abort', giveUp))
  }
  /**
   * Does something when it is its turn.
   *
   * @throws what `busy` gives, where too many wait already, or its turn has not come before the signal
   */
  return async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (running < atOnce) running++
    else await turn(signal)
    try {
      return await work()
    } finally {
      // The next in line takes the place over.
      const next = queue.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
