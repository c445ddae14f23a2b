/** Backups of version 0.1, as it wrote them when it had fewer migrations. */
import { fillEmpty } from '../../src/server/backup/databases.ts'
import { fill } from '../../src/server/backup/fill.ts'
import type { Kept, KeptRow } from '../../src/server/backup/rows.ts'
import type { TableRow } from '../../src/server/backup/tables.ts'
import { readConfig } from '../../src/server/config.ts'
import { configuredStore } from '../../src/server/store/configured.ts'
import { migrationsOf01 } from '../../src/server/store/sql/migrations/version-0-1.ts'
import type { Store } from '../../src/server/store/store.ts'
import type { Place } from './stores.ts'

/** What was kept when a migration was the last one; rows by the names that tables and columns had. */
export function keptIn01(last: string, rows: Readonly<Record<string, readonly TableRow[]>>): Kept {
  const tables = Object.keys(rows)
  async function* each(): AsyncGenerator<KeptRow> {
    for (const [table, own] of Object.entries(rows)) for (const row of own) yield { table, row }
  }
  return {
    head: {
      format: 'hotfix-report-backup',
      version: 1,
      product: '0.1.0',
      madeAt: '2026-11-23T08:00:00.000Z',
      migrations: migrationsOf01.slice(0, migrationsOf01.indexOf(last) + 1),
      tables,
    },
    rows: each(),
  }
}

/** A store that such a backup was restored into. */
export async function restoredFrom01(place: Place, backup: Kept): Promise<Store> {
  const there = readConfig(place)
  await fillEmpty(there, (target) => fill(target, backup))
  return configuredStore(there)
}
