/** Keeps a support page of a KB. */
import type { DocumentReport } from '../../contract/imports.ts'
import type { ReadSupportPage } from '../../feeds/kb-page/import.ts'
import { otherPage, supportAddress } from '../../feeds/kb-page/other-page.ts'
import type { Origin, Store } from '../store/store.ts'
import type { ReadDocument } from './read-document.ts'

/** What was read of a document that was asked for as the support page of a KB: another page in its place is unreadable. */
export function askedFor(kb: string, name: string, read: ReadDocument): ReadDocument {
  const isPage = read.kind === 'kb-page' || read.problems.some(({ seems }) => seems === 'html')
  if (!isPage || read.supportPage?.kb === kb) return read
  const supportPage = otherPage(kb, /^https?:/.test(name) ? name : supportAddress(kb))
  return { ...read, kind: 'kb-page', supportPage, problems: [], problemCount: 0 }
}

/** Keeps what a page says, and tells what became of it. */
export async function savePage(
  store: Pick<Store, 'references'>,
  { changedAt, ...page }: ReadSupportPage,
  who: string,
  origin: Origin,
): Promise<Pick<DocumentReport, 'saved' | 'catalogue' | 'page'>> {
  const { kb, builds, answer, issues } = page
  const order = changedAt === null ? [] : [{ moment: changedAt }]
  const document = { key: ['kb-page', kb, ...builds].join(' '), order }
  const { saved, outcome } = await store.references.save(
    { document, kind: 'kb-page', subject: kb, content: page },
    who,
    origin,
  )
  return { saved, catalogue: outcome, page: { kb, answer, issues: issues.length } }
}
