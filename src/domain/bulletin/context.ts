/** What a bulletin names besides itself, and what catalogues say of its vulnerabilities. */
import type { Bulletin, Vulnerability } from '../../contract/bulletin.ts'
import type { FlawContext } from '../../contract/bulletin-context.ts'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import type { CatalogueSignals } from '../../contract/signals.ts'
import { exploitedByOptions } from '../../contract/vocabulary.ts'
import type { VectorReading } from '../../contract/vulnerability-record.ts'
import { isWithin, lineageOf } from '../platforms/platforms.ts'
import { exploitersOf, scoreOf } from '../vulnerability/row-signals.ts'
import { platformListsIn } from './ratings.ts'

/** Every platform that a bulletin names anywhere. */
function platformsIn(bulletin: Bulletin): Set<PlatformId> {
  const { platforms, vulnerabilities, packages, alternatives = [], remedies = [], tests, knownIssues } = bulletin
  const named = new Set(platforms.map(({ platform }) => platform))
  const scores = vulnerabilities.map((flaw) => ({ ratings: flaw.scores ?? [] }))
  for (const list of platformListsIn([...vulnerabilities, ...scores])) for (const platform of list) named.add(platform)
  const lists = [packages, alternatives, remedies, knownIssues, bulletin.verification, bulletin.consoles].flat()
  for (const each of lists) for (const platform of each.platforms) named.add(platform)
  for (const { platform } of tests) named.add(platform)
  return named
}

/**
 * Of the tree, the platforms that a bulletin or the fleet names, with all above them and, of the fleet, all below: machines
 * of a version may be any of its products.
 */
export function platformsAround(
  bulletin: Bulletin,
  fleet: readonly PlatformId[],
  tree: readonly PlatformCount[],
): PlatformCount[] {
  const wanted = new Set([...platformsIn(bulletin), ...fleet].flatMap(lineageOf))
  return tree.filter(({ id }) => wanted.has(id) || fleet.some((platform) => isWithin(id, platform)))
}

/** The ids of other bulletins that a bulletin names: what it replaces, what is in its place, what resolves its issues. */
export function bulletinsNamed({ id, supersedes, alternatives = [], knownIssues }: Bulletin): Set<string> {
  const resolving = knownIssues.flatMap(({ resolvedIn = [] }) => resolvedIn)
  const named = new Set([...supersedes, ...alternatives.map(({ bulletin }) => bulletin), ...resolving])
  named.delete(id)
  return named
}

/** What catalogues say of a vulnerability. */
export function flawContext({ id, cvss }: Pick<Vulnerability, 'id' | 'cvss'>, signals: CatalogueSignals): FlawContext {
  const { kev, epss, record } = signals
  const ofRecord = cvss === undefined && record !== undefined ? scoreOf(record) : undefined
  const exploiters = new Set(exploitersOf(signals))
  return {
    id,
    exploitedBy: exploitedByOptions.filter((word) => exploiters.has(word)),
    ...(kev !== undefined && { kev }),
    ...(epss !== undefined && { epss }),
    ...(ofRecord !== undefined && {
      cvss: { version: ofRecord.version, vector: ofRecord.vector, score: ofRecord.score },
    }),
  }
}

/** What the vectors of all scores say, each read once. `read`: reads a vector; null for what is none. */
export function vectorsOf(
  flaws: readonly Pick<Vulnerability, 'cvss' | 'scores'>[],
  context: readonly FlawContext[],
  read: (vector: string) => VectorReading | null,
): Record<string, VectorReading> {
  const given = flaws.flatMap(({ cvss, scores = [] }) => [cvss, ...scores])
  const vectors = new Set([...given, ...context.map(({ cvss }) => cvss)].flatMap((score) => score?.vector ?? []))
  return Object.fromEntries(
    [...vectors].flatMap((vector) => {
      const reading = read(vector)
      return reading === null ? [] : [[vector, reading] as const]
    }),
  )
}
