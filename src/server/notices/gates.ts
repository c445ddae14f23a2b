/** Notes when the gate of a plan begins to keep its wave: an event of the log, once. */
import { keptGates } from '../../domain/plans/kept-gates.ts'
import type { Plans } from '../plans.ts'
import type { Store } from '../store/store.ts'
import { rounds } from './rounds.ts'

type Deps = {
  store: Pick<Store, 'plans'>
  plans: Pick<Plans, 'view'>
  report: (error: unknown) => void
}

/** How often it looks, in milliseconds: gates move with the clock, too. */
const period = 60_000

export function gateWatch({ store, plans, report }: Deps) {
  async function look(): Promise<void> {
    for (const plan of await store.plans.list()) {
      if (plan.state !== 'running' && plan.state !== 'stopped') continue
      for (const { wave, name, sign } of keptGates(await plans.view(plan, false)))
        await store.plans.noteKeptGate({ plan: plan.id, wave, name, sign })
    }
  }

  const looking = rounds({
    async work() {
      await look()
      return period
    },
    report,
    afterFailure: period,
  })
  return { look, start: () => looking.ask(0), stop: () => looking.stop() }
}
