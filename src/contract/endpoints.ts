import { about } from './endpoints/about.ts'
import { access } from './endpoints/access.ts'
import { backups } from './endpoints/backups.ts'
import { board } from './endpoints/board.ts'
import { due } from './endpoints/due.ts'
import { fixes } from './endpoints/fixes.ts'
import { changes } from './endpoints/changes.ts'
import { fleet } from './endpoints/fleet.ts'
import { history } from './endpoints/history.ts'
import { holds } from './endpoints/holds.ts'
import { importing } from './endpoints/importing.ts'
import { inventory } from './endpoints/inventory.ts'
import { items } from './endpoints/items.ts'
import { lab } from './endpoints/lab.ts'
import { live } from './endpoints/live.ts'
import { machineList } from './endpoints/machines.ts'
import { people } from './endpoints/people.ts'
import { plans } from './endpoints/plans.ts'
import { privateFeeds } from './endpoints/private-feeds.ts'
import { publishing } from './endpoints/publishing.ts'
import { releases } from './endpoints/releases.ts'
import { reports } from './endpoints/reports.ts'
import { saved } from './endpoints/saved.ts'
import { reading } from './endpoints/reading.ts'
import { outbox } from './endpoints/outbox.ts'
import { subscriptions } from './endpoints/subscriptions.ts'
import { weekly } from './endpoints/weekly.ts'
import { triage } from './endpoints/triage.ts'

/**
 * Every route of the server beside its pages, once, with the role that it takes: what is not here is not there. The pages
 * take them by the group, so that each loads the shapes that it needs.
 */
export const endpoints = {
  ...reading,
  ...releases,
  ...history,
  ...importing,
  ...publishing,
  ...privateFeeds,
  ...triage,
  ...due,
  ...changes,
  ...lab,
  ...fleet,
  ...plans,
  ...inventory,
  ...fixes,
  ...holds,
  ...live,
  ...access,
  ...machineList,
  ...people,
  ...reports,
  ...saved,
  ...subscriptions,
  ...weekly,
  ...board,
  ...backups,
  ...outbox,
  ...items,
  ...about,
} as const
