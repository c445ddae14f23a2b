/** What a watched source has brought of EPSS and CVE records. */
import { dropBlocks, isEpssKey, listsThatCount } from './epss.ts'
import type { Reader, Tx } from './tables.ts'

/** Counts the records that a source has brought, and nobody else since, and the scores of its lists (`keys`: its documents). */
export async function countSignals(db: Reader, source: string, keys: ReadonlySet<string>): Promise<number> {
  const { count } = await db
    .selectFrom('cve_record')
    .innerJoin('import', 'import.id', 'cve_record.import_id')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('import.source_id', '=', source)
    .executeTakeFirstOrThrow()
  const isOfLists = [...keys].some(isEpssKey)
  const lists = isOfLists ? await listsThatCount(db) : []
  return lists.reduce((sum, { list }) => sum + list.count, Number(count))
}

/** Takes these out. Tells how many records and lists went. */
export async function dropSignals(tx: Tx, source: string, keys: ReadonlySet<string>): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('cve_record')
    .where('import_id', 'in', (own) => own.selectFrom('import').select('id').where('source_id', '=', source))
    .executeTakeFirst()
  const lists = [...keys].filter(isEpssKey)
  for (const key of lists) {
    const imports = await tx.selectFrom('import').select('id').where('document', '=', key).execute()
    for (const { id } of imports) await dropBlocks(tx, id)
  }
  return Number(numDeletedRows) + lists.length
}
