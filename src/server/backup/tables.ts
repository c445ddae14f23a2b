/** What is kept of which table: the one list for backups, restores and moves. */
import type { Kysely, Selectable } from 'kysely'
import { renamedTables } from '../store/sql/migrations/version-0-1.ts'
import type { Tables } from '../store/sql/tables.ts'

/** What a column may hold, so that one line of JSON says it in full whatever the engine. */
export type Value = string | number | null

export type TableRow = Record<string, Value>

/** A database whose tables may be those of an older version. */
export type AnyDb = Kysely<Record<string, TableRow>>

/** The columns of a table's primary key, in its order. `not kept` is for what a backup is better without, such as who is signed in, and for what is made from the rest. */
type Keeping<T> = Selectable<T>[keyof Selectable<T>] extends Value ? readonly (keyof T & string)[] | 'not kept' : never

/**
 * Every table, those first that others refer to: rows are written in this order. A table that is missing here, or that
 * has a column which is neither text nor number, does not compile.
 */
export const keeping: { readonly [Table in keyof Tables]: Keeping<Tables[Table]> } = {
  platform: ['id'],
  former_platform: ['former_id', 'platform_id'],
  bulletin: ['id'],
  bulletin_document: ['bulletin_id'],
  bulletin_fix: ['bulletin_id'],
  bulletin_source: ['bulletin_id', 'source'],
  bulletin_revision: ['id'],
  import: ['id'],
  replaced_source: ['import_id', 'source', 'subject'],
  document: ['key'],
  known_exploited: ['cve'],
  epss_block: ['import_id', 'block'],
  cve_record: ['cve'],
  reference_document: ['key'],
  source: ['id'],
  fetched_document: ['source_id', 'url'],
  passage: 'not kept',
  bulletin_passage: 'not kept',
  indexed_bulletin: 'not kept',
  indexed_event: 'not kept',
  event: ['id'],
  bulletin_change: ['event_id', 'bulletin_id', 'kind'],
  triage: ['bulletin_id'],
  machine_profile: ['id'],
  machine: ['id'],
  machine_report: ['machine_id', 'kind'],
  machine_shown: ['machine_id'],
  attempt: ['machine_id', 'fix', 'at', 'outcome'],
  plan: ['id'],
  plan_event: ['event_id'],
  weekly_issue: ['number'],
  due_facts: ['bulletin_id'],
  due_exception: ['bulletin_id'],
  person: ['id'],
  seen_change: ['person_id'],
  talk: ['event_id'],
  addressed: ['owner', 'event_id', 'reason'],
  watch: ['owner', 'bulletin_id'],
  read_concern: ['owner'],
  former_name: ['name_key'],
  due_day: ['bulletin_id'],
  filter_list: ['owner'],
  channel: ['id'],
  subscription: ['id'],
  import_run: ['id'],
  notice: ['id'],
  notice_event: ['subscription_id', 'event_id'],
  notice_attempt: ['notice_id', 'number'],
  notice_cursor: ['name'],
  session: 'not kept',
  token: ['id'],
  private_feed: ['id'],
  told_entry: ['uid'],
  backup_run: 'not kept',
}

export type BackedUpTable = { table: string; key: readonly string[] }

/** The tables that are kept, in order. */
export const backedUpTables: readonly BackedUpTable[] = Object.entries(keeping).flatMap(([table, key]) =>
  key === 'not kept' ? [] : [{ table, key }],
)

const earlierNames = new Map<string, string>(Object.entries(renamedTables).map(([from, to]) => [to, from]))

/** The backed-up tables among those that are present, in order, by the names that they have there: an older schema has earlier ones. */
export const tablesAmong = (present: ReadonlySet<string>): BackedUpTable[] =>
  backedUpTables
    .map(({ table, key }) => ({ table: present.has(table) ? table : (earlierNames.get(table) ?? table), key }))
    .filter(({ table }) => present.has(table))
