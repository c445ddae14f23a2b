import { Backups } from '../backups.ts'
import type { Endpoint } from './endpoint.ts'

/** Backups on a schedule. */
export const backups = {
  viewBackups: {
    method: 'get',
    path: '/api/backups',
    role: 'admin',
    reply: Backups,
  },
  makeBackup: {
    method: 'post',
    path: '/api/backups',
    role: 'admin',
    reply: Backups,
  },
} as const satisfies Record<string, Endpoint>
