/** Turns at something that takes much of the machine: a few at once, and a short queue. */

type Limits = { atOnce: number; waiting: number; milliseconds: number }

/** Two documents are taken at once, eight wait; who has waited for two minutes is to come again. */
const usual: Limits = { atOnce: 2, waiting: 8, milliseconds: 120_000 }

export function turnsOf({ atOnce, waiting, milliseconds }: Limits = usual) {
  let under = 0
  const queue: (() => void)[] = []
  /** The turn goes to who waits, or is free. */
  const leave = () => {
    const next = queue.shift()
    if (next === undefined) under--
    else next()
  }
  return {
    /**
     * Waits for a turn, and gives what ends it; null where too many wait already, or it has not come in time or before
     * the signal.
     */
    async enter(signal?: AbortSignal): Promise<(() => void) | null> {
      if (under >= atOnce) {
        if (queue.length >= waiting) return null
        const isTurn = await new Promise<boolean>((resolve) => {
          const give = () => {
            clearTimeout(timer)
            signal?.removeEventListener('abort', giveUp)
            resolve(true)
          }
          const giveUp = () => {
            clearTimeout(timer)
            queue.splice(queue.indexOf(give), 1)
            resolve(false)
          }
          const timer = setTimeout(giveUp, milliseconds)
          signal?.addEventListener('abort', giveUp, { once: true })
          queue.push(give)
        })
        if (!isTurn) return null
      } else under++
      let isOver = false
      return () => {
        if (!isOver) leave()
        isOver = true
      }
    },
  }
}
