import type { Migration } from 'kysely'
import type { Engine } from '../../engines/engine.ts'
import { backupRuns } from './backup-runs.ts'
import { baseline } from './baseline/baseline.ts'

/** In order; a migration that has landed is never edited. What it makes differs by the engine in the types of its columns only. */
export function migrationsFor(types: Engine['types']): Record<string, Migration> {
  return {
    '001-baseline': baseline(types),
    '002-backup-runs': backupRuns(types),
  }
}
