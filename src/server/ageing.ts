/** Deletes the machines whose time is over, at the start and every hour: who sets no retention has none deleted. */
import type { Store } from './store/store.ts'

const period = 60 * 60_000

export function ageingOut({ store, report }: { store: Store; report: (error: unknown) => void }) {
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  const ageOut = () => {
    last = last.then(() => store.machines.ageOut()).then(() => undefined, report)
  }
  return {
    start() {
      ageOut()
      timer = setInterval(ageOut, period)
    },
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}
