import { Backups } from '../backups.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** Backups on a schedule. */
export const backups = {
  viewBackups: {
    method: 'get',
    path: '/api/backups',
    role: 'admin',
    params: nothing,
    query: nothing,
    reply: Backups,
  },
  makeBackup: {
    method: 'post',
    path: '/api/backups',
    role: 'admin',
    params: nothing,
    query: nothing,
    reply: Backups,
  },
} as const satisfies Record<string, Endpoint>
