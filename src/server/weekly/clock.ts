/** Makes the issues when they come due. */
import type { Weekly } from './weekly.ts'

/** How often the clock is looked at, in milliseconds: it may be set, and the machine may have slept. */
const period = 30_000

type Deps = {
  weekly: Pick<Weekly, 'makeDue'>
  /** Hands the newest issue to those who have subscribed, once. */
  handOver: () => Promise<void>
  report: (error: unknown) => void
}

/** Looks at once, so that what came due while the server was down is made, and from then on. */
export function weeklyClock({ weekly, handOver, report }: Deps) {
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  let isBusy = false
  const look = () => {
    if (isBusy) return
    isBusy = true
    // What fails is tried again at the next look.
    last = weekly.makeDue().then(handOver).catch(report)
    void last.finally(() => (isBusy = false))
  }
  return {
    start() {
      look()
      timer = setInterval(look, period)
    },
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}
