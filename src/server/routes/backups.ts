import { backups as endpoints } from '../../contract/endpoints/backups.ts'
import { nameOf } from '../access/principal.ts'
import type { ScheduledBackups } from '../backup/scheduled.ts'
import { sendProblem } from '../http/problem.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** How backups on the schedule go, and one out of turn. */
export const backupRoutes = ({ backups }: { backups: ScheduledBackups }): Routes =>
  routeGroup()
    .openapi(routeOf(endpoints.viewBackups), async (c) => c.json(await backups.state(), 200))
    .openapi(routeOf(endpoints.makeBackup), async (c) => {
      const started = await backups.startNow(nameOf(c.get('principal')))
      if (started !== null) return c.json(started, 200)
      return sendProblem(c, 409, { code: 'conflict', message: 'no folder is set for backups: set BACKUP_DIR' })
    })
