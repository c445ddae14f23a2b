/** One bulletin from what several documents say of it: a KB number may occur in more than one month. */
import type { Bulletin } from '../../contract/bulletin.ts'
import { documentStatuses, tlps } from '../../contract/document-vocabulary.ts'
import { environments, restarts, severities } from '../../contract/vocabulary.ts'
import { assembled, foremost } from '../bulletin/assemble.ts'
import { omitting, saysTheSame } from './changed/meaning.ts'
import { mainPart, oldestFirst } from './merging/order.ts'
import { mergedPlatforms } from './merging/platforms.ts'
import { mergedRevisions } from './merging/revisions.ts'
import { united, unitedOnPlatforms } from './merging/united.ts'
import { mergedVulnerabilities } from './merging/vulnerabilities.ts'

/** What a part says as a whole that does not follow from its vulnerabilities. */
function statedIn(parts: readonly Bulletin[]) {
  const beyond = <K extends 'severity' | 'impact' | 'exploit' | 'disclosure'>(field: K) =>
    parts.flatMap((part): Bulletin[K][] => (part[field] === assembled(part)[field] ? [] : [part[field]]))
  return {
    severity: foremost(severities, beyond('severity')),
    impacts: beyond('impact'),
    exploits: beyond('exploit'),
    disclosures: beyond('disclosure'),
  }
}

/** The packages of all parts; one that does not say itself what it replaces replaces what its own part says. */
function packagesOf(parts: readonly Bulletin[], supersedes: readonly string[]): Bulletin['packages'] {
  return unitedOnPlatforms(
    parts.map((part) =>
      saysTheSame(part.supersedes, supersedes)
        ? part.packages
        : part.packages.map((each) => ({ ...each, supersedes: each.supersedes ?? part.supersedes })),
    ),
  )
}

/** The names of the documents that a bulletin comes from. */
const documentsOf = ({ source }: Bulletin) => source.document.split(', ')

/** All documents by their names, under the strictest label, and a draft where any of them is one. */
function sourceOf(parts: readonly Bulletin[], newest: Bulletin): Bulletin['source'] {
  const sources = parts.map(({ source }) => source)
  const tlp = foremost(
    tlps,
    sources.map((source) => source.tlp ?? null),
  )
  const status = foremost(
    documentStatuses,
    sources.map((source) => source.status ?? null),
  )
  return {
    ...omitting(newest.source, 'tlp', 'status'),
    document: [...new Set(parts.flatMap(documentsOf))].toSorted().join(', '),
    ...(tlp !== null && { tlp }),
    ...(status !== null && { status }),
  }
}

/**
 * The parts as one bulletin, in whatever order they are given. The part that holds most of the vulnerabilities gives title,
 * day of publication and revisions; else the newest counts where they differ, what it does not say an older one has said,
 * lists are united, and what follows from the vulnerabilities follows from those of all. The strictest label counts. What
 * was taken back says nothing beside what was not. One part alone is the bulletin itself.
 *
 * @throws RangeError without any part
 */
export function mergeParts(given: readonly Bulletin[]): Bulletin {
  const valid = given.filter(({ source }) => source.status !== 'withdrawn')
  const parts = oldestFirst(valid.length > 0 ? valid : given)
  const [newest, main] = [parts.at(-1), mainPart(parts)]
  if (newest === undefined || main === undefined) throw new RangeError('parts: none given')
  if (parts.length === 1) return newest
  const lists = <K extends keyof Bulletin>(field: K) => parts.map((part) => part[field])
  const vulnerabilities = mergedVulnerabilities(parts)
  const { platforms, ...facts } = assembled({ vulnerabilities, stated: statedIn(parts) })
  const urgency = parts.findLast((part) => part.urgency.basis === 'stated')?.urgency ?? facts.urgency
  const restart = foremost(restarts, lists('restart')) ?? newest.restart
  const supersedes = united(lists('supersedes'))
  const said = { ...newest }
  for (const part of parts) Object.assign(said, part)
  return {
    ...said,
    ...facts,
    kb: united(lists('kb')),
    title: main.title,
    publishedOn: main.publishedOn,
    updatedOn: lists('updatedOn').toSorted().at(-1) ?? newest.updatedOn,
    revisions: mergedRevisions(main, parts),
    urgency,
    restart,
    environments: environments.filter((word) => parts.some((part) => part.environments.includes(word))),
    supersedes,
    vulnerabilities,
    platforms: mergedPlatforms(parts, platforms, restart),
    packages: packagesOf(parts, supersedes),
    ...(said.alternatives && {
      alternatives: unitedOnPlatforms(parts.map(({ alternatives = [] }) => alternatives)),
    }),
    ...(said.remedies && { remedies: unitedOnPlatforms(parts.map(({ remedies = [] }) => remedies)) }),
    tests: united(lists('tests')),
    knownIssues: united(lists('knownIssues'), ({ id, references }) => [id, references.map(({ url }) => url)]),
    ...(said.supportPages && {
      supportPages: united(
        parts.map(({ supportPages = [] }) => supportPages),
        ({ kb, builds }) => [kb, builds],
      ),
    }),
    lifecycle: united(lists('lifecycle')),
    detection: united(lists('detection')),
    verification: unitedOnPlatforms(lists('verification')),
    rollout: united(lists('rollout')),
    consoles: unitedOnPlatforms(lists('consoles')),
    references: united(lists('references'), ({ url }) => url),
    source: sourceOf(parts, newest),
  }
}
