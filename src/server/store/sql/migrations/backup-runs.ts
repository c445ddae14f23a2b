import { sql, type Kysely, type Migration } from 'kysely'
import type { ColumnTypes } from '../../engines/engine.ts'

/** Which backups were made on the schedule, so that one of several servers makes the next. */
export const backupRuns = ({ counter }: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`
        create table backup_run (
          id ${counter},
          began_at text not null,
          file text not null,
          asked_by text,
          leased_until text not null,
          result text
        )`)
      .execute(db)
  },
})
