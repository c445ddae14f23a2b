/**
 * What a new version changes of a bulletin, compared by what it says: neither the order of lists nor dates alone are a
 * change, and what differs is always told by some kind.
 */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Change, ChangeKind } from '../../contract/changes.ts'
import { changesFrom, valueChange, type FindChanges, type FoundChange } from './changed/finding.ts'
import { changedIssues, changedPages } from './changed/issues.ts'
import { changedItems, changedRemedies } from './changed/lists.ts'
import { saysTheSame } from './changed/meaning.ts'
import { followingFromFacts, overall, reReleased, severity, urgency } from './changed/overall.ts'
import { changedPackages } from './changed/packages.ts'
import { changedPlatforms } from './changed/platforms.ts'
import { changedSource } from './changed/source.ts'
import { changedSupersedence } from './changed/supersedence.ts'
import { changedVulnerabilities } from './changed/vulnerabilities.ts'

type Field = keyof Required<Bulletin>

/** Of dates and what goes along with them nothing is told. */
const nothing: FindChanges = () => []

const differing =
  (finding: FoundChange, field: Field): FindChanges =>
  (before, after) =>
    saysTheSame(before[field], after[field]) ? [] : [finding]
const text = (field: Field) => differing({ kind: 'text' }, field)
const detail = (field: Field) => differing({ kind: 'details', of: field }, field)
const value =
  (kind: ChangeKind, field: 'restart' | 'uninstall' | 'publishedOn'): FindChanges =>
  (before, after) =>
    valueChange(kind, before[field], after[field])

/** By what kind a change of each field is told. */
const fields: Record<Field, FindChanges> = {
  // It is the same bulletin.
  id: nothing,
  kb: detail('kb'),
  title: (before, after) => (after.source.kind === 'msrc-cvrf' ? [] : text('title')(before, after)),
  publishedOn: value('published', 'publishedOn'),
  updatedOn: nothing,
  revision: reReleased,
  revisions: nothing,
  severity,
  // Told of the vulnerabilities, or else by `overall`.
  impact: nothing,
  exploit: nothing,
  disclosure: nothing,
  urgency,
  restart: value('restart', 'restart'),
  restartNote: text('restartNote'),
  uninstall: value('uninstall', 'uninstall'),
  environments: detail('environments'),
  supersedes: changedSupersedence,
  action: text('action'),
  analysis: text('analysis'),
  vulnerabilities: changedVulnerabilities,
  platforms: changedPlatforms,
  packages: changedPackages,
  alternatives: detail('alternatives'),
  remedies: changedRemedies,
  tests: (before, after) => changedItems('lab', before.tests, after.tests, ({ edition }) => edition),
  knownIssues: changedIssues,
  supportPages: changedPages,
  lifecycle: (before, after) => changedItems('support', before.lifecycle, after.lifecycle, ({ product }) => product),
  detection: detail('detection'),
  verification: detail('verification'),
  rollout: detail('rollout'),
  consoles: detail('consoles'),
  references: differing({ kind: 'link' }, 'references'),
  source: changedSource,
}

const allFields = Object.keys(fields) as Field[]

/** What follows from changes of these kinds is not told once more. */
const following: Readonly<Record<string, readonly ChangeKind[]>> = {
  environments: ['platform-added', 'platform-removed'],
  verification: ['package-added', 'package-removed', 'package-replaced', 'platform-added', 'platform-removed'],
}

/** Whether nothing is said any more but what it was: what is left of a bulletin that has been withdrawn. */
const isEmpty = ({ source: { status }, vulnerabilities, platforms, packages }: Bulletin) =>
  status === 'withdrawn' && vulnerabilities.length + platforms.length + packages.length === 0

/**
 * The changes from one version to the next, in the order of attention; `before` is null for a bulletin that is new. None
 * where nothing but order and dates differ.
 */
export function changesBetween(before: Bulletin | null, after: Bulletin): Change[] {
  if (before === null) return changesFrom([{ kind: 'new' }])
  if (isEmpty(before) !== isEmpty(after)) return changesFrom([{ kind: isEmpty(after) ? 'withdrawn' : 'reinstated' }])
  // The same to the letter needs no look; what packages replace is compared with what the bulletin does. Vulnerabilities
  // are compared by what they share: of very many the letters are millions.
  const isSame = (field: Field): boolean =>
    field !== 'vulnerabilities' &&
    JSON.stringify(before[field]) === JSON.stringify(after[field]) &&
    (field !== 'supersedes' || isSame('packages'))
  const found = allFields.flatMap((field) => (isSame(field) ? [] : fields[field](before, after)))
  const kinds = new Set(found.map(({ kind }) => kind))
  const told = found.filter(
    ({ kind, of = '' }) => kind !== 'details' || !(following[of] ?? []).some((cause) => kinds.has(cause)),
  )
  for (const change of overall(before, after)) if (!kinds.has(change.kind)) told.push(change)
  return changesFrom(told.length > 0 ? told : followingFromFacts(before, after))
}
