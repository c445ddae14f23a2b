import { Bulletin } from '../../contract/bulletin.ts'
import { reading, refusedFor, type Imported } from '../feed.ts'
import { parseJson } from '../json.ts'
import { bulletinOf } from './bulletin.ts'
import type { Advisory } from './document.ts'
import { violationsOf } from './validate.ts'
import { readText } from '../text.ts'

/** A CSAF 2.0 advisory as one bulletin. One that breaks the standard is refused whole, with every rule that it breaks. */
export const importCsaf = (bytes: Uint8Array): Promise<Imported> =>
  reading(async () => {
    const document = parseJson(readText(bytes))
    const problems = await violationsOf(document)
    if (problems.length > 0) return refusedFor(problems)
    // The schema has just held it to that shape.
    const { bulletin, platforms } = bulletinOf(document as Advisory)
    const parsed = Bulletin.safeParse(bulletin)
    if (parsed.success) return { document: null, platforms, bulletins: [parsed.data], problems: [], warnings: [] }
    const faults = parsed.error.issues.map(({ path, message }) => ({
      place: `${bulletin.id}: ${path.join('.')}`,
      rule: null,
      message,
    }))
    return refusedFor(faults)
  })
