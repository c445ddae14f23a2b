import { PackedBulletin } from '../../contract/packed-bulletin.ts'
import { runImporter, refusedFor, type Imported, type FeedProblem } from '../feed.ts'
import { parseJson } from '../json.ts'
import { decodeText } from '../text.ts'
import { bulletinOf } from './bulletin.ts'
import type { Advisory } from './document.ts'
import { dataOf, type Data } from './export/data-note.ts'
import { documentVersionOf } from './identity.ts'
import { csafVersionOf, isKnownVersion, validateAdvisory } from './validate.ts'
import type { Advisory21 } from './version-2.1/document.ts'
import { extensionsOf, fromCsaf21 } from './version-2.1/from-2.1.ts'
import { packed, unpacked } from '../../domain/bulletin/packed.ts'

/** An advisory of a version of the standard that is not read. */
const ofUnknownVersion = (version: string): FeedProblem => ({
  place: '/document/csaf_version',
  rule: null,
  message: `is CSAF ${version}: CSAF 2.0 and 2.1 are read`,
  reason: 'unknown-version',
  seems: `CSAF ${version}`,
})

/** An advisory of ours that was changed elsewhere: which part is right is unknown. */
const changedExport = (place: string): Imported =>
  refusedFor([
    {
      place,
      rule: null,
      message: 'was exported by HotFix Report and changed afterwards: export it again, and import that',
      reason: 'changed-export',
    },
  ])

/** The bulletin that an advisory of ours was made of. */
const asItWas = ({ bulletin, platforms }: Data): Imported => ({
  document: null,
  platforms,
  bulletins: [bulletin],
  problems: [],
  warnings: [],
})

/** Extensions are for the programs of their authors only. */
const notRead = (document: unknown): FeedProblem[] =>
  extensionsOf(document).map((address) => ({
    place: '/',
    rule: null,
    message: `has an extension that is not read: ${address}`,
  }))

/** A CSAF advisory as one bulletin. One that breaks the standard is refused whole, with every rule that it breaks. */
export const importCsaf = (bytes: Uint8Array): Promise<Imported> =>
  runImporter(async () => {
    const document = parseJson(decodeText(bytes))
    const version = csafVersionOf(document)
    if (version !== null && !isKnownVersion(version)) return refusedFor([ofUnknownVersion(version)])
    const { problems, warnings } = await validateAdvisory(document)
    if (problems.length > 0) return refusedFor(problems)
    const own = dataOf(document)
    if (own !== null) return own.data === null ? changedExport(own.place) : asItWas(own.data)
    // The schema has just held it to that shape.
    const advisory = version === '2.1' ? fromCsaf21(document as Advisory21) : (document as Advisory)
    const { bulletin, platforms } = bulletinOf(advisory)
    const parsed = PackedBulletin.safeParse(packed(bulletin))
    if (parsed.success)
      return {
        document: documentVersionOf(advisory),
        platforms,
        bulletins: [unpacked(parsed.data)],
        problems: [],
        warnings: [...warnings, ...(version === '2.1' ? notRead(document) : [])],
      }
    const faults = parsed.error.issues.map(({ path, message }) => ({
      place: `${bulletin.id}: ${path.join('.')}`,
      rule: null,
      message,
    }))
    return refusedFor(faults)
  })
