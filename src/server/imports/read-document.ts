/** Reads a document of whatever kind: the kind is seen from the document itself, never from its name. */
import { importBulletins } from '../../feeds/bulletins/import.ts'
import { importCveRecords, isCveRecord } from '../../feeds/cve-record/import.ts'
import { importEpss, isEpss } from '../../feeds/epss/import.ts'
import { gunzipped } from '../../feeds/gzip.ts'
import { importCsaf } from '../../feeds/csaf/import.ts'
import { runImporter, refusedFor, type Imported } from '../../feeds/feed.ts'
import { parseJson } from '../../feeds/json.ts'
import { withoutDirectionMarks } from '../../contract/direction-marks.ts'
import { listingOf } from '../../feeds/listing.ts'
import { importKbPage, isSupportPage, type ReadSupportPage } from '../../feeds/kb-page/import.ts'
import { importLifecycle, isLifecycle } from '../../feeds/lifecycle/import.ts'
import { importKev } from '../../feeds/kev/import.ts'
import { importMsrcCvrf } from '../../feeds/msrc-cvrf/import.ts'
import { headOf, decodeText } from '../../feeds/text.ts'
import {
  isList,
  maybeBulletins,
  notKnown,
  seemingOfJson,
  seemingOfText,
  seemingOfXml,
} from '../../feeds/unknown-document.ts'
import { holdingNothing } from './refused-document.ts'
import type { LifecycleProduct } from '../../contract/lifecycle.ts'
import type { CveRecord } from '../../contract/signals.ts'
import type { EpssBlock, EpssList } from '../../domain/vulnerability/epss.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'

/** What a document holds: bulletins, what a catalogue of vulnerabilities says, or a support page. */
export type ReadDocument = {
  kind: 'msrc-cvrf' | 'kev' | 'epss' | 'cve-record' | 'kb-page' | 'lifecycle' | 'bulletins' | 'csaf' | 'unknown'
} & Imported & {
    knownExploited: KnownExploited[]
    epss: EpssList | null
    epssBlocks: EpssBlock[]
    cveRecords: CveRecord[]
    supportPage: ReadSupportPage | null
    lifecycle: LifecycleProduct | null
  }

/** How a document is read. `name`: of its file, or its address. */
export type ReadingOptions = { keepGoing: boolean; name?: string }

const isCsaf = /"csaf_version"\s*:/

/** The kind of a document, by its head; of JSON by the names of its fields, wherever they are. */
export function documentKind(bytes: Uint8Array): ReadDocument['kind'] {
  const head = headOf(bytes)
  if (head.startsWith('<')) {
    const seeming = seemingOfXml(head)
    if (seeming === 'html' && isSupportPage(decodeText(bytes))) return 'kb-page'
    return seeming === null ? 'msrc-cvrf' : 'unknown'
  }
  if (isEpss(head)) return 'epss'
  if (!/^[{[]/.test(head)) return 'unknown'
  if (/"catalogVersion"|"cveID"/.test(head)) return 'kev'
  const beginning = headOf(bytes, 512 * 1024)
  if (isCsaf.test(beginning)) return 'csaf'
  if (isCveRecord(beginning)) return 'cve-record'
  if (isLifecycle(beginning)) return 'lifecycle'
  const text = decodeText(bytes)
  if (maybeBulletins(text)) return 'bulletins'
  return isCsaf.test(text) ? 'csaf' : 'unknown'
}

/** The value of a JSON text; of JSON Lines that of the first. */
function firstValueOf(text: string): unknown {
  const [line = ''] = text.trimStart().split('\n', 1)
  try {
    return parseJson(line)
  } catch {
    return parseJson(text)
  }
}

/** Why a document of no known kind is refused. */
function refusedAs(bytes: Uint8Array): Imported {
  if (bytes.length === 0) return notKnown('empty')
  const head = headOf(bytes)
  if (head.startsWith('<')) return notKnown(seemingOfXml(head) ?? 'xml')
  if (!/^[{[]/.test(head)) return notKnown(seemingOfText(head))
  if (listingOf(bytes, 'https://list.invalid/') !== null) return isList()
  return notKnown(seemingOfJson(firstValueOf(decodeText(bytes))))
}

export async function readAnyDocument(given: Uint8Array, options: ReadingOptions): Promise<ReadDocument> {
  let kind: ReadDocument['kind'] = 'unknown'
  const held = holdingNothing()
  const imported = await runImporter(() => {
    const bytes = gunzipped(given)
    kind = documentKind(bytes)
    return {
      'msrc-cvrf': () => importMsrcCvrf(bytes),
      bulletins: () => importBulletins(bytes, options),
      csaf: () => importCsaf(bytes),
      kev: () => {
        const { document, entries, problems, problemCount } = importKev(bytes)
        held.knownExploited = entries
        return { ...refusedFor(problems), problemCount, document }
      },
      epss: () => {
        const { document, list, blocks, problems, problemCount } = importEpss(bytes, options.name)
        held.epss = list
        held.epssBlocks = blocks
        return { ...refusedFor(problems), problemCount, document }
      },
      'cve-record': () => {
        const { records, problems, problemCount, warnings } = importCveRecords(bytes)
        held.cveRecords = records
        return { ...refusedFor(problems), problemCount, warnings }
      },
      'kb-page': () => {
        const { page, problems } = importKbPage(bytes)
        held.supportPage = page
        return refusedFor(problems)
      },
      lifecycle: () => {
        const { product, problems } = importLifecycle(bytes)
        held.lifecycle = product
        return refusedFor(problems)
      },
      unknown: () => refusedAs(bytes),
    }[kind]()
  })
  const { bulletins, platforms } = imported
  return {
    kind,
    ...held,
    ...imported,
    bulletins: withoutDirectionMarks(bulletins),
    platforms: withoutDirectionMarks(platforms),
  }
}
