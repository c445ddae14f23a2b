import type { Kysely, Migration } from 'kysely'

/** Earlier names of tables, each with the one of today. A backup that was made before has the earlier ones. */
export const renamedTables = {
  part: 'bulletin_source',
  replaced: 'bulletin_revision',
  replaced_part: 'replaced_source',
  seen: 'fetched_document',
} as const

const renamedColumns = [
  { table: 'event', from: 'who', to: 'actor' },
  { table: 'event', from: 'what', to: 'action' },
  { table: 'import', from: 'who', to: 'actor' },
] as const

/** Names tables and columns by the words that people search for. */
export const plainNames: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [from, to] of Object.entries(renamedTables)) await db.schema.alterTable(from).renameTo(to).execute()
    for (const { table, from, to } of renamedColumns) await db.schema.alterTable(table).renameColumn(from, to).execute()
  },
}
