import type { Due } from '../contract/due.ts'
import type { Summary } from '../contract/summary.ts'
import { whyFirst, type Reason } from '../domain/bulletin/why-first.ts'
import { isExtended } from '../domain/due/overdue.ts'
import type { Columns } from '../domain/filter/columns.ts'
import { isAffected } from '../domain/bulletin/severity.ts'
import { notedCsvPieces, type ExportNote } from '../domain/table/csv.ts'

const list = (words: readonly string[]) => words.join(' ')

/** The rule of a due day in a word: `table:early:server`, `kev:CVE-2025-0001`, `bod-26-04:14-days`; `extended` by a person. */
function ruleWord({ rule, exception }: Due): string {
  const moved = isExtended(exception) ? ' extended' : ''
  if (rule.by === 'kev') return `kev:${rule.cve}${moved}`
  return rule.by === 'table' ? `table:${rule.urgency}:${rule.environment}${moved}` : `bod-26-04:${rule.outcome}${moved}`
}

/** A reason in a word: `exploited:kev,publisher`, `epss:0.94`, `due:2026-12-03`. */
function reasonWord(reason: Reason): string {
  switch (reason.code) {
    case 'exploited':
      return ['exploited', reason.by.join(',')].filter((part) => part !== '').join(':')
    case 'epss':
      return `epss:${reason.probability}`
    case 'cvss':
      return `cvss:${reason.score}`
    case 'due':
      return `due:${reason.on}`
    case 'machines':
      return `machines:${reason.count}`
    case 'ransomware':
    case 'proof-of-concept':
    case 'public':
    case 'wormable':
    case 'more-likely':
    case 'no-privileges':
    case 'no-click':
      return reason.code
  }
}

/** A bulletin as it is exported: with who has it, and how many machines of the fleet it may affect, where one is on file. */
type Exported = Summary & { assignee?: string | null; machines?: number }

/** The bulletins of some rows, as they are exported: each is read when it is asked for. */
export function* exportedRows({ readAt, overlay, machines }: Columns, rows: Uint32Array): Generator<Exported> {
  for (const row of rows) {
    const bulletin = readAt(row)
    const counted = overlay.machines.length === 0 ? {} : { machines: machines()[row] ?? 0 }
    yield { ...bulletin, assignee: overlay.states.get(bulletin.id)?.assignee ?? null, ...counted }
  }
}

/** The columns of the export, in their order. */
const columns: Record<string, (bulletin: Exported) => string | number | null> = {
  id: ({ id }) => id,
  kb: ({ kb }) => list(kb.map((number) => `KB${number}`)),
  title_ja: ({ title }) => title.ja ?? null,
  title_en: ({ title }) => title.en ?? null,
  published_on: ({ publishedOn }) => publishedOn,
  updated_on: ({ updatedOn }) => updatedOn,
  revision: ({ revision }) => revision,
  severity: ({ severity }) => severity ?? 'unrated',
  urgency: ({ urgency }) => urgency.level,
  urgency_basis: ({ urgency }) => urgency.basis,
  exploit: ({ exploit }) => exploit,
  disclosure: ({ disclosure }) => disclosure,
  impact: ({ impact }) => impact,
  restart: ({ restart }) => restart,
  uninstall: ({ uninstall }) => uninstall,
  environments: ({ environments }) => list(environments),
  vulnerabilities: ({ vulnerabilities }) => list(vulnerabilities.map(({ id }) => id)),
  platforms: ({ platforms }) =>
    list(platforms.filter(({ rating }) => isAffected(rating)).map(({ platform, rating }) => `${platform}:${rating}`)),
  tests: ({ tests }) => list(Object.entries(tests).map(([outcome, count]) => `${outcome}:${count}`)),
  known_issues: ({ knownIssues }) => knownIssues,
  supersedes: ({ supersedes }) => list(supersedes),
  triage: ({ triage }) => triage,
  title_other: ({ title }) => title.other?.text ?? null,
  document_status: ({ status }) => status ?? 'final',
  tlp: ({ tlp }) => tlp ?? null,
  due_on: ({ due }) => due?.on ?? null,
  due_rule: ({ due }) => (due === undefined ? null : ruleWord(due)),
  due_left: ({ due }) => due?.left ?? null,
  exploited_by: ({ exploitedBy }) => list(exploitedBy),
  ransomware: ({ ransomware }) => (ransomware === true ? 'known' : null),
  cvss: ({ cvss }) => cvss ?? null,
  epss: ({ epss }) => epss ?? null,
  exploitability: ({ exploitability }) => exploitability ?? null,
  reach: ({ reach }) => list(reach),
  cwes: ({ cwes }) => list(cwes),
  components: ({ components }) => components.join('; '),
  publisher: ({ publisher }) => publisher ?? null,
  why_first: ({ machines = 0, ...bulletin }) =>
    list(whyFirst(bulletin, { due: bulletin.due, machines }).map(reasonWord)),
  assignee: ({ assignee = null }) => assignee,
  machines: ({ machines = null }) => machines,
  releases: ({ releases }) => list(releases),
}

function* cellsOf(bulletins: Iterable<Exported>) {
  for (const bulletin of bulletins) yield Object.values(columns).map((read) => read(bulletin))
}

/** Bulletins for a spreadsheet, in pieces. */
export const bulletinsAsCsv = (bulletins: Iterable<Exported>, note: ExportNote): Generator<string> =>
  notedCsvPieces(Object.keys(columns), cellsOf(bulletins), note)
