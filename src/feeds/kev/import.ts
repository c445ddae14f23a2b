import * as z from 'zod'
import { Day } from '../../contract/text.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import { Unreadable, type Problem } from '../feed.ts'
import { parseJson } from '../json.ts'
import { readText } from '../text.ts'

const Catalogue = z.object({
  catalogVersion: z.string().check(z.regex(/\d/, 'expected a version such as 2025.08.25')),
  dateReleased: z.optional(z.string()),
  vulnerabilities: z.array(
    z.object({
      cveID: z.string().check(z.regex(/^\s*CVE-\d{4}-\d{4,}\s*$/, 'expected an id such as CVE-2005-0048')),
      dateAdded: Day,
      dueDate: z.optional(Day),
      requiredAction: z.optional(z.string()),
      knownRansomwareCampaignUse: z.optional(z.string()),
    }),
  ),
})
type Entry = z.infer<typeof Catalogue>['vulnerabilities'][number]

/** What is absent was not said: catalogues of before 2023-10 have nothing on ransomware. */
function entryOf({
  cveID,
  dateAdded,
  dueDate,
  requiredAction,
  knownRansomwareCampaignUse: use,
}: Entry): KnownExploited {
  const action = requiredAction?.trim() ?? ''
  return {
    cve: cveID.trim(),
    addedOn: dateAdded,
    ...(dueDate !== undefined && { dueOn: dueDate }),
    ...(action !== '' && { requiredAction: action }),
    ...(use !== undefined && { ransomware: use.trim() === 'Known' }),
  }
}

/** The catalogue as read: which version it is, and what it lists. With a problem in it, it is refused whole. */
export type ReadCatalogue = { document: DocumentVersion | null; entries: KnownExploited[]; problems: Problem[] }

const refused = (problems: Problem[]): ReadCatalogue => ({ document: null, entries: [], problems })

/** CISA's catalogue of known exploited vulnerabilities. */
export function importKev(bytes: Uint8Array): ReadCatalogue {
  try {
    const parsed = Catalogue.safeParse(parseJson(readText(bytes)))
    if (!parsed.success)
      return refused(parsed.error.issues.map(({ path, message }) => ({ place: path.join('.'), rule: null, message })))
    const { catalogVersion, dateReleased, vulnerabilities } = parsed.data
    const order = [
      { version: catalogVersion.trim() },
      ...(dateReleased === undefined ? [] : [{ moment: dateReleased }]),
    ]
    return { document: { key: 'kev', order }, entries: vulnerabilities.map(entryOf), problems: [] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refused([{ place: error.place, rule: null, message: error.message }])
  }
}
