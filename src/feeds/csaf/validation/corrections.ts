/** Where the library judges otherwise than the standard: tests of its own in a corrected form. */
import { readPointer } from './pointer.ts'
import type { DocumentTest } from './rules.ts'

type Tracked = { document?: { category?: unknown; tracking?: { revision_history?: unknown } } }

const isHistory = (value: unknown): value is { number: string }[] =>
  Array.isArray(value) && value.every((item: { number?: unknown } | null) => typeof item?.number === 'string')

/**
 * Rule 6.1.21: the library puts the history in order by date alone and then takes two revisions of one moment in the
 * order in which they are written. The standard's own examples write the newest first.
 */
export const withHistoryByNumber =
  (test: DocumentTest): DocumentTest =>
  (document) => {
    const { document: head } = document as Tracked
    const history = head?.tracking?.revision_history
    if (!isHistory(history)) return test(document)
    const inOrder = history.toSorted((a, b) => Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10))
    const tracking = { ...head?.tracking, revision_history: inOrder }
    return test({ ...(document as object), document: { ...head, tracking } })
  }

/**
 * Rule 6.1.26: a category that begins with `csaf_` is one of the standard's, and no other looks like one of them. The
 * library knows those of 2.0 only, and not `csafsecurityadvisory`.
 */
export const profileNamed =
  (profiles: readonly string[]): DocumentTest =>
  async (document) => {
    const category = (document as Tracked).document?.category
    if (typeof category !== 'string' || profiles.includes(category)) return []
    const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    const isReserved =
      category.toLowerCase().startsWith('csaf_') ||
      profiles.some((profile) => {
        const names = [plain(profile), plain(profile.replace('csaf_', ''))]
        return names.includes(plain(category)) && plain(category) !== 'base'
      })
    const message = `${JSON.stringify(category)} may be taken for a category of the standard and is none`
    return isReserved ? [{ instancePath: '/document/category', message }] : []
  }

/** Judges documents of one category as those of another: the library knows some rules for the categories of 2.0 only. */
export const alsoFor =
  (like: Readonly<Record<string, string>>) =>
  (test: DocumentTest): DocumentTest =>
  (document) => {
    const { document: head } = document as Tracked
    const category = like[String(head?.category)]
    return test(category === undefined ? document : { ...(document as object), document: { ...head, category } })
  }

const trimmed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? { ...value, name: value.name.trim() }
    : value

/** A document in which the names of weaknesses have no white space at their ends: that is no difference. */
export function withNamesTrimmed(document: unknown): unknown {
  const { vulnerabilities } = (document ?? {}) as { vulnerabilities?: unknown }
  if (!Array.isArray(vulnerabilities)) return document
  const cleaned = vulnerabilities.map((flaw: unknown) => {
    if (typeof flaw !== 'object' || flaw === null) return flaw
    return {
      ...flaw,
      ...('cwe' in flaw && { cwe: trimmed(flaw.cwe) }),
      ...('cwes' in flaw && Array.isArray(flaw.cwes) && { cwes: flaw.cwes.map(trimmed) }),
    }
  })
  return { ...(document as object), vulnerabilities: cleaned }
}

/** Rule 6.1.11 with what differs. */
export const withWeakness =
  (test: DocumentTest): DocumentTest =>
  async (document) => {
    const found = await test(document)
    return found.map(({ instancePath, message }) => {
      const weakness = readPointer(document, instancePath.slice(0, instancePath.lastIndexOf('/')))
      const { id = '', name = '' } = (weakness ?? {}) as { id?: string; name?: string }
      return { instancePath, message: `${message} (${id} ${JSON.stringify(name)})` }
    })
  }
