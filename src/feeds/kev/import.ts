import * as z from 'zod'
import { Day } from '../../contract/text.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import type { FeedProblem } from '../feed.ts'
import { parseJson } from '../json.ts'
import { problemList, problemOf } from '../problems.ts'
import { decodeText } from '../text.ts'

const Catalogue = z.object({
  catalogVersion: z.string().check(z.regex(/\d/, 'expected a version such as 2025.08.25')),
  dateReleased: z.optional(z.string()),
  vulnerabilities: z.array(z.unknown()),
})

const Entry = z.object({
  cveID: z.string().check(z.regex(/^\s*CVE-\d{4}-\d{4,}\s*$/, 'expected an id such as CVE-2005-0048')),
  dateAdded: Day,
  dueDate: z.optional(Day),
  requiredAction: z.optional(z.string()),
  knownRansomwareCampaignUse: z.optional(z.string()),
})
type Entry = z.infer<typeof Entry>

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
export type ReadCatalogue = {
  document: DocumentVersion | null
  entries: KnownExploited[]
  problems: FeedProblem[]
  problemCount: number
}

type Issues = readonly { path: PropertyKey[]; message: string }[]

/** CISA's catalogue of known exploited vulnerabilities. It is read no further than its hundredth problem. */
export function importKev(bytes: Uint8Array): ReadCatalogue {
  const found = problemList()
  const entries: KnownExploited[] = []
  const note = (issues: Issues, before: string) => {
    for (const { path, message } of issues) found.add({ place: `${before}${path.join('.')}`, rule: null, message })
  }
  let document: DocumentVersion | null = null
  try {
    const parsed = Catalogue.safeParse(parseJson(decodeText(bytes)))
    if (!parsed.success) note(parsed.error.issues, '')
    else {
      const { catalogVersion, dateReleased, vulnerabilities } = parsed.data
      for (const [at, value] of vulnerabilities.entries()) {
        const entry = Entry.safeParse(value)
        if (entry.success) entries.push(entryOf(entry.data))
        else note(entry.error.issues, `vulnerabilities.${at}.`)
        if (found.isFull()) break
      }
      const released = dateReleased === undefined ? [] : [{ moment: dateReleased }]
      document = { key: 'kev', order: [{ version: catalogVersion.trim() }, ...released] }
    }
  } catch (error) {
    found.add(problemOf(error, 'document'))
  }
  const [problems, problemCount] = [found.listed, found.count()]
  return problemCount > 0
    ? { document: null, entries: [], problems, problemCount }
    : { document, entries, problems, problemCount }
}
