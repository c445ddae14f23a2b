/** Support pages that are on file. */
import type { KeptPage } from '../../../domain/lab/support-pages.ts'
import type { Reader } from './tables.ts'

/** The support pages on file of KBs. */
export async function pagesOf(tx: Reader, kbs: readonly string[]): Promise<KeptPage[]> {
  if (kbs.length === 0) return []
  const rows = await tx
    .selectFrom('reference_document')
    .select('content')
    .where('kind', '=', 'kb-page')
    .where('subject', 'in', kbs)
    .orderBy('key')
    .execute()
  return rows.map(({ content }) => JSON.parse(content) as KeptPage)
}
