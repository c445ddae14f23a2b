/** Notes when the gate of a plan begins to keep its wave: an event of the log, once. */
import { keptGates } from '../../domain/plans/kept-gates.ts'
import type { Plans } from '../plans/plans.ts'
import type { Store } from '../store/store.ts'

type Deps = { store: Pick<Store, 'plans'>; plans: Pick<Plans, 'view'> }

/** Looks at the gates of all plans that go on: they move with the clock, too. */
export const gateLooker =
  ({ store, plans }: Deps) =>
  async (): Promise<void> => {
    for (const plan of await store.plans.list()) {
      if (plan.state !== 'running' && plan.state !== 'stopped') continue
      for (const { wave, name, sign } of keptGates(await plans.view(plan, false)))
        await store.plans.noteKeptGate({ plan: plan.id, wave, name, sign })
    }
  }
