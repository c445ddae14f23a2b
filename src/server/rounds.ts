type Deps = {
  /** A round; gives after how many milliseconds the next one is to begin. */
  work: () => Promise<number>
  report: (error: unknown) => void
  /** After a round that has failed, in milliseconds. */
  afterFailure: number
}

/** Does something again and again, one round at a time: when it is asked to, and after the time that a round gives. */
export function rounds({ work, report, afterFailure }: Deps) {
  let timer: NodeJS.Timeout | undefined
  let wakeAt = Number.POSITIVE_INFINITY
  let last = Promise.resolve()
  let isUnderWay = false
  let isStopped = false
  /** When it was asked for during a round, from the clock that only goes forward. */
  let askedFor = Number.POSITIVE_INFINITY

  function wake(at: number) {
    if (isStopped || at >= wakeAt) return
    clearTimeout(timer)
    wakeAt = at
    timer = setTimeout(begin, Math.max(0, at - performance.now()))
  }

  async function round() {
    const wait = await work().catch((error: unknown) => {
      report(error)
      return afterFailure
    })
    isUnderWay = false
    wake(Math.min(askedFor, performance.now() + wait))
    askedFor = Number.POSITIVE_INFINITY
  }

  function begin() {
    wakeAt = Number.POSITIVE_INFINITY
    isUnderWay = true
    last = round()
  }

  return {
    /** Begins a round within a number of milliseconds, or when the one is over that is under way. */
    ask(within: number) {
      const at = performance.now() + within
      if (isUnderWay) askedFor = Math.min(askedFor, at)
      else wake(at)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await last
    },
  }
}

/** Does something at the start, and a while after each time that it was done, in milliseconds. */
export function every(period: number, work: () => Promise<unknown>, report: (error: unknown) => void) {
  const looking = rounds({ work: () => work().then(() => period), report, afterFailure: period })
  return { start: () => looking.ask(0), stop: () => looking.stop() }
}
