import * as z from 'zod'
import { Day } from '../../contract/text.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import { readUtf8, Unreadable, type Problem } from '../feed.ts'
import { parseJson } from '../json.ts'

const Catalogue = z.object({
  catalogVersion: z.string(),
  vulnerabilities: z.array(
    z.object({
      cveID: z.string().check(z.regex(/^CVE-\d{4}-\d{4,}$/, 'expected an id such as CVE-2005-0048')),
      dateAdded: Day,
      knownRansomwareCampaignUse: z.optional(z.string()),
    }),
  ),
})

/** CISA's catalogue of known exploited vulnerabilities. With a problem in it, it is refused whole. */
export function importKev(bytes: Uint8Array): { entries: KnownExploited[]; problems: Problem[] } {
  try {
    const parsed = Catalogue.safeParse(parseJson(readUtf8(bytes)))
    if (!parsed.success) {
      const problems = parsed.error.issues.map(({ path, message }) => ({ place: path.join('.'), rule: null, message }))
      return { entries: [], problems }
    }
    const entries = parsed.data.vulnerabilities.map(({ cveID, dateAdded, knownRansomwareCampaignUse }) => ({
      cve: cveID,
      addedOn: dateAdded,
      ransomware: knownRansomwareCampaignUse === 'Known',
    }))
    return { entries, problems: [] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { entries: [], problems: [{ place: error.place, rule: null, message: error.message }] }
  }
}
