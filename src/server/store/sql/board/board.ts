import type { BoardStore } from '../../board.ts'
import type { Access } from '../tables.ts'
import { sqlConcerning } from './concerning.ts'
import { sqlFieldReports } from './field-reports.ts'
import { sqlTalk } from './talk.ts'
import { sqlWatches } from './watches.ts'

/** What people say to each other and what they watch, in a database. */
export const sqlBoard = (access: Access): BoardStore => ({
  ...sqlTalk(access),
  ...sqlFieldReports(access),
  ...sqlWatches(access),
  ...sqlConcerning(access),
})
