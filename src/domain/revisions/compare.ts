/** Two versions of a bulletin side by side: by section, rows matched by key. */
import type { Bulletin, Package } from '../../contract/bulletin.ts'
import { meaningOf, omitting, saysTheSame } from './changed/meaning.ts'

/** What a row says, by the names of the contract. */
export type Fields = Readonly<Record<string, unknown>>

/** `before` and `after` are null where that version has no such row. */
export type ComparedRow = {
  /** What the row is about: a CVE, a platform, a file. */
  key: string
  status: 'same' | 'added' | 'removed' | 'changed'
  before: Fields | null
  after: Fields | null
  /** The fields that differ; all of them where the row is new or gone. */
  changed: readonly string[]
}

type Item = { key: string; fields: Fields }

type Section = {
  rows: (bulletin: Bulletin) => Item[]
  /** Of rows with equal keys, those that agree in these fields belong together first. */
  by?: readonly string[]
}

/** What is said at all. */
const said = (fields: object): [string, unknown][] => Object.entries(fields).filter(([, value]) => value !== undefined)

/** Rows out of a list: `name` tells what a row is about, and the other fields are what it says. */
const listed = <T extends object>(list: readonly T[] | undefined, name: (item: T) => string): Item[] =>
  (list ?? []).map((item) => ({ key: name(item), fields: Object.fromEntries(said(item)) }))

type ItemOf<List extends keyof Bulletin> = Extract<Bulletin[List], readonly object[]>[number]

/** A list whose rows are about one of their fields. */
const byField = <List extends keyof Bulletin>(
  list: List,
  field: keyof ItemOf<List>,
  ...by: (string & keyof ItemOf<List>)[]
): Section => ({ rows: (b) => listed(b[list] as ItemOf<List>[] | undefined, (item) => String(item[field])), by })

/** One row for each field. */
const singly =
  (fields: (bulletin: Bulletin) => Fields) =>
  (bulletin: Bulletin): Item[] =>
    said(fields(bulletin)).map(([key, value]) => ({ key, fields: { [key]: value } }))

const facts = (bulletin: Bulletin): Fields => ({
  title: bulletin.title,
  publishedOn: bulletin.publishedOn,
  updatedOn: bulletin.updatedOn,
  revision: bulletin.revision,
  severity: bulletin.severity,
  impact: bulletin.impact,
  urgency: bulletin.urgency.level,
  // Who gives it decides how it is written.
  why: omitting(bulletin.urgency, 'level'),
  exploit: bulletin.exploit,
  disclosure: bulletin.disclosure,
  restart: bulletin.restart,
  restartNote: bulletin.restartNote,
  alternatives: bulletin.alternatives,
  uninstall: bulletin.uninstall,
  environments: bulletin.environments,
  kb: bulletin.kb,
  supersedes: bulletin.supersedes,
  action: bulletin.action,
  analysis: bulletin.analysis,
  source: bulletin.source.document,
  tlp: bulletin.source.tlp,
  documentStatus: bulletin.source.status,
  documentVersion: bulletin.source.version,
  releasedAt: bulletin.source.releasedAt,
  namespace: bulletin.source.namespace,
  trackingId: bulletin.source.trackingId,
})

/** The files of a package have a section of their own. */
const withoutFiles = (each: Package) => omitting(each, 'files')
const filesOf = ({ name, files }: Package) => files.map((file) => ({ inPackage: name, ...file }))

/** In the order of the page. */
const sections = {
  facts: { rows: singly(facts) },
  platforms: byField('platforms', 'platform'),
  vulnerabilities: byField('vulnerabilities', 'id'),
  tests: byField('tests', 'edition', 'by', 'on'),
  knownIssues: byField('knownIssues', 'id', 'title', 'platforms'),
  supportPages: { rows: (b) => listed(b.supportPages, ({ kb, builds }) => [`KB${kb}`, ...builds].join(' ')) },
  lifecycle: byField('lifecycle', 'product'),
  packages: {
    rows: (b) => listed(b.packages.map(withoutFiles), ({ name }) => name),
    by: ['url', 'platforms', 'fixedBuild'],
  },
  remedies: byField('remedies', 'kind', 'text', 'vulnerabilities', 'platforms'),
  files: {
    rows: (b) => listed(b.packages.flatMap(filesOf), ({ folder, name }) => `${folder}\\${name}`),
    by: ['inPackage', 'branch'],
  },
  verification: byField('verification', 'path', 'kind', 'platforms'),
  detection: byField('detection', 'tool'),
  rollout: byField('rollout', 'tool', 'package', 'consoles'),
  consoles: byField('consoles', 'tool', 'platforms'),
  references: byField('references', 'url'),
  revisions: byField('revisions', 'number', 'on'),
} satisfies Record<string, Section>

export type SectionName = keyof typeof sections
export const sectionNames = Object.keys(sections) as SectionName[]

/** Pairs the rows of equal keys: first those that are equal, then those that agree in the given fields, the rest in order. */
function paired(before: readonly Item[], after: readonly Item[], by: readonly string[]): [Item | null, Item | null][] {
  const pairs = new Map<Item, Item>()
  const left = new Set(before)
  const pass = (keyOf: (item: Item) => string) => {
    const free = Map.groupBy(left, keyOf)
    for (const item of after.filter((each) => !pairs.has(each))) {
      const partner = free.get(keyOf(item))?.shift()
      if (partner === undefined) continue
      pairs.set(item, partner)
      left.delete(partner)
    }
  }
  pass(meaningOf)
  // Of the fields that tell rows apart, one after the other may have changed.
  for (let count = by.length; count >= 0; count--) {
    const fields = by.slice(0, count)
    pass((item) => meaningOf([item.key, ...fields.map((field) => [field, item.fields[field] ?? null])]))
  }
  return [
    ...after.map((item): [Item | null, Item | null] => [pairs.get(item) ?? null, item]),
    ...[...left].map((item): [Item | null, Item | null] => [item, null]),
  ]
}

function rowOf(before: Item | null, after: Item | null): ComparedRow {
  const names = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])]
  const changed = names.filter((name) => !saysTheSame(before?.fields[name], after?.fields[name]))
  const status = before === null ? 'added' : after === null ? 'removed' : changed.length > 0 ? 'changed' : 'same'
  return {
    key: (after ?? before)?.key ?? '',
    status,
    before: before?.fields ?? null,
    after: after?.fields ?? null,
    changed,
  }
}

/** All rows of both versions, each once: those of `after` in their order, and then those that are gone. */
export const compareBulletins = (before: Bulletin, after: Bulletin): { section: SectionName; rows: ComparedRow[] }[] =>
  sectionNames.map((section) => {
    const { rows, by = [] }: Section = sections[section]
    return { section, rows: paired(rows(before), rows(after), by).map(([a, b]) => rowOf(a, b)) }
  })
