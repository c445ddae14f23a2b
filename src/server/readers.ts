/** What is worked out from the store and kept: made once, for the routes and for what runs by the clock. */
import type { Catalogue } from './catalogue/catalogue.ts'
import { coverageReader } from './machines/coverage.ts'
import type { Fixes } from './fixes.ts'
import { testGridsOf } from './lab-grid.ts'
import { machineStatesOf } from './machines/machine-states.ts'
import { machineReader } from './machines/machines.ts'
import { overviewsOf } from './overview.ts'
import { plansOf } from './plans/plans.ts'
import { handlingOf } from './reports/handling.ts'
import type { Watch } from './sources/scheduler.ts'
import type { Store } from './store/store.ts'
import { weeklyOf } from './weekly/weekly.ts'

type Deps = { store: Store; fixes: Fixes; catalogue: Catalogue; watch: Pick<Watch, 'list'>; now: () => Date }

export function readersOf({ store, fixes, catalogue, watch, now }: Deps) {
  const states = machineStatesOf({ store, fixes })
  const coverage = coverageReader({ store, fixes, states })
  const machines = machineReader({ store, states, now })
  const testGrids = testGridsOf({ store, fixes, catalogue })
  const plans = plansOf({ store, fixes, catalogue, installFacts: machines.installFacts, now })
  const overviews = overviewsOf({ store, catalogue, fixes, coverage, testGrids, watch, plans })
  const weekly = weeklyOf({ store, catalogue, fixes, coverage, overviews, now })
  const handling = handlingOf({ store, catalogue, fixes, coverage })
  return { coverage, machines, testGrids, plans, overviews, weekly, handling }
}

export type Readers = ReturnType<typeof readersOf>
