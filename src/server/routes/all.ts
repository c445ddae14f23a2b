/** All that the server answers but for pages: each part takes of the services what it needs. */
import { accessRoutes } from './access.ts'
import { backupRoutes } from './backups.ts'
import { boardRoutes } from './board.ts'
import { bulletinRoutes } from './bulletins.ts'
import { changeRoutes } from './changes.ts'
import { channelRoutes } from './channels.ts'
import { contextRoutes } from './context.ts'
import type { Routes } from './describe.ts'
import { descriptionRoutes } from './description.ts'
import { detailRoutes } from './details.ts'
import { dueRoutes } from './due.ts'
import { fixRoutes } from './fixes.ts'
import { fleetRoutes } from './fleet.ts'
import { healthRoutes } from './health.ts'
import { historyRoutes } from './history.ts'
import { holdRoutes } from './holds.ts'
import { importRoutes } from './imports.ts'
import { inventoryRoutes } from './inventory.ts'
import { itemRoutes } from './items.ts'
import { labRoutes } from './lab.ts'
import { lifecycleRoutes } from './lifecycle.ts'
import { liveRoutes } from './live.ts'
import { machineRoutes } from './machines.ts'
import { metricsRoutes } from './metrics.ts'
import { openIdRoutes } from './openid.ts'
import { outboxRoutes } from './outbox.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plans.ts'
import { privateFeedRoutes } from './private-feeds.ts'
import { publishingRoutes } from './publishing.ts'
import { releaseRoutes } from './releases.ts'
import { reportRoutes } from './reports.ts'
import { savedRoutes } from './saved.ts'
import { signInRoutes } from './sign-ins.ts'
import { sourceRoutes } from './sources.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { triageRoutes } from './triage.ts'
import { vulnerabilityRoutes } from './vulnerabilities.ts'
import { weeklyRoutes } from './weekly.ts'

const parts = [
  bulletinRoutes,
  detailRoutes,
  lifecycleRoutes,
  contextRoutes,
  vulnerabilityRoutes,
  historyRoutes,
  importRoutes,
  inventoryRoutes,
  publishingRoutes,
  releaseRoutes,
  weeklyRoutes,
  reportRoutes,
  savedRoutes,
  channelRoutes,
  outboxRoutes,
  backupRoutes,
  subscriptionRoutes,
  sourceRoutes,
  triageRoutes,
  boardRoutes,
  changeRoutes,
  fleetRoutes,
  machineRoutes,
  holdRoutes,
  dueRoutes,
  planRoutes,
  privateFeedRoutes,
  fixRoutes,
  labRoutes,
  liveRoutes,
  accessRoutes,
  signInRoutes,
  openIdRoutes,
  peopleRoutes,
  itemRoutes,
  healthRoutes,
  metricsRoutes,
  descriptionRoutes,
] as const

/** What all of them need. */
type Services = (typeof parts)[number] extends (services: infer Needed) => Routes ? Needed : never

export const allRoutes = (services: Services): Routes[] => parts.map((part) => part(services))
