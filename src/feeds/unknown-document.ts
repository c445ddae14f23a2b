/** Documents that are none of those that are read: what they seem to be, in one sentence with what is read. */
import type { Seeming } from '../contract/imports.ts'
import { refusedFor, type Imported } from './feed.ts'

const names: Record<Seeming, string> = {
  json: 'is JSON of a kind that is not known',
  xml: 'is XML of a kind that is not known',
  html: 'is a web page',
  csv: 'is a table in text',
  'kev-csv': 'is the KEV catalogue as a table',
  openvex: 'is an OpenVEX document',
  cyclonedx: 'is a CycloneDX document',
  spdx: 'is an SPDX document',
  osv: 'is a record of OSV',
  sarif: 'is a SARIF report',
  'csaf-aggregator': 'is the list of a CSAF aggregator',
  pdf: 'is a PDF',
  archive: 'is a ZIP archive, or a document of Office',
  empty: 'is empty',
  unreadable: 'is neither XML nor JSON',
}

const accepted =
  "Microsoft's monthly updates (CVRF) and support pages of KBs, CSAF 2.0 and 2.1, CISA's KEV catalogue in JSON, EPSS scores, CVE records, ends of support of endoflife.date, and bulletins of HotFix Report are read"

/** The refusal of a document that is nothing that is known. */
export const notKnown = (seems: Seeming): Imported =>
  refusedFor([
    {
      place: 'document',
      rule: null,
      message: `${names[seems]}: ${accepted}`,
      reason: 'not-a-known-document',
      seems,
    },
  ])

/** The refusal of a list: there is no knowing where the addresses of a mere file lead from. */
export const isList = (): Imported =>
  refusedFor([
    {
      place: 'document',
      rule: null,
      message: 'lists documents and is none: import the address of a document',
      reason: 'lists-documents',
    },
  ])

/** What a text that is neither XML nor JSON seems to be, by its beginning. */
export function seemingOfText(head: string): Seeming {
  const [first = '', second = ''] = head.split(/\r?\n/)
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'archive'
  if (/^"?cveID"?,/i.test(first)) return 'kev-csv'
  const fields = (line: string) => line.split(/[,;\t]/).length
  const isText = !/[\0\uFFFD]/.test(head)
  return isText && fields(first) > 1 && fields(first) === fields(second) ? 'csv' : 'unreadable'
}

/** What XML that is no CVRF seems to be; null where it may be CVRF. */
export function seemingOfXml(head: string): Seeming | null {
  const [, root] = /<(?:[\w.-]+:)?([a-zA-Z][\w.-]*)[\s/>]/.exec(head.replaceAll(/<!--.*?(?:-->|$)/gs, '')) ?? []
  if (/^<!doctype html/i.test(head) || root?.toLowerCase() === 'html') return 'html'
  return root === undefined || root.toLowerCase() === 'cvrfdoc' ? null : 'xml'
}

type Fields = Readonly<Record<string, unknown>>

const has = (document: Fields, ...fields: readonly string[]): boolean =>
  fields.every((field) => Object.hasOwn(document, field))

const says = (document: Fields, field: string, word: RegExp): boolean =>
  word.test(JSON.stringify(document[field] ?? ''))

const signs: readonly [Seeming, (document: Fields) => boolean][] = [
  ['openvex', (given) => says(given, '@context', /openvex/i)],
  ['cyclonedx', (given) => says(given, 'bomFormat', /cyclonedx/i)],
  ['spdx', (given) => has(given, 'spdxVersion') || says(given, '@context', /spdx/i)],
  ['osv', (given) => has(given, 'id', 'modified', 'affected') || has(given, 'schema_version', 'affected')],
  ['sarif', (given) => has(given, 'runs', 'version')],
  ['csaf-aggregator', (given) => has(given, 'aggregator_version')],
]

/** What a JSON value seems to be; of a list, what its first item does. */
export function seemingOfJson(value: unknown): Seeming {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return 'json'
  return signs.find(([, isLike]) => isLike(first as Fields))?.[0] ?? 'json'
}

/** Names of fields that bulletins and platforms of ours have, and hardly anything else. */
const ours = /"(?:publishedOn|updatedOn|supportEndsOn|knownIssues|urgency)"\s*:/

/** Whether JSON or JSON Lines may be bulletins or platforms in our own shape, well or badly written; or a list of none. */
export const maybeBulletins = (text: string): boolean => ours.test(text) || /^\s*\[\s*\]\s*$/.test(text)
