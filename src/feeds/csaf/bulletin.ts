/** From a CSAF 2.0 advisory to a bulletin. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import { disclosures, exploits, impacts } from '../../contract/words.ts'
import { worstRating, worstSeverity } from '../../domain/severity.ts'
import { deriveUrgency } from '../../domain/urgency.ts'
import { markdownOf } from '../html.ts'
import { slug } from '../platforms/slug.ts'
import type { Advisory } from './document.ts'
import { kbOf, noFix, packagesOf, restartOf } from './fixes.ts'
import { platformsOf, productsOf } from './products.ts'
import { severityWords } from './ratings.ts'
import { inLanguageOf, referencesOf } from './texts.ts'
import { vulnerabilityOf } from './vulnerabilities.ts'

const dayOf = (moment: string): string => moment.slice(0, 10)

/** An id of ours out of a tracking id, which may be any text. */
const idOf = ({ document: { tracking } }: Advisory): string =>
  /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(tracking.id) ? tracking.id : `CSAF-${slug(tracking.id).slice(0, 74)}`

const foremost = <T>(order: readonly T[], given: readonly (T | null)[]): T | null =>
  order.find((word) => given.includes(word)) ?? null

/** The bulletin of an advisory that conforms to the standard. */
export function bulletinOf(advisory: Advisory): { bulletin: Bulletin; platforms: Platform[] } {
  const { document, vulnerabilities: flaws = [] } = advisory
  const { tracking } = document
  const titled = inLanguageOf(advisory)
  const known = platformsOf(advisory)
  const vulnerabilities = flaws.map((flaw, at) => vulnerabilityOf(advisory, known, flaw, at))
  const notes = new Map<PlatformId, Text>()
  for (const remediation of flaws.flatMap(({ remediations = [] }) => remediations)) {
    const note = noFix[remediation.category]
    for (const product of note === undefined ? [] : (productsOf(advisory, remediation) ?? [])) {
      const id = known.get(product)?.id
      if (id !== undefined && note !== undefined) notes.set(id, note)
    }
  }
  const rated = Map.groupBy(
    vulnerabilities.flatMap(({ ratings }) => ratings),
    ({ platform }) => platform,
  )
  const platforms = [...rated].map(([platform, ratings]) => {
    const note = notes.get(platform)
    return { platform, rating: worstRating(ratings.map(({ rating }) => rating)), ...(note && { note }) }
  })
  const stated = severityWords[document.aggregate_severity?.text.toLowerCase() ?? '']
  const severity = typeof stated === 'number' ? stated : worstSeverity(platforms.map(({ rating }) => rating))
  const exploit =
    foremost(
      exploits,
      vulnerabilities.map((each) => each.exploit),
    ) ?? 'unknown'
  const disclosure =
    foremost(
      disclosures,
      vulnerabilities.map((each) => each.disclosure),
    ) ?? 'unknown'
  const kb = flaws.flatMap(({ remediations = [] }) => remediations.flatMap((each) => kbOf(each)?.slice(2) ?? []))
  const products = [...new Map([...known.values()].map((platform) => [platform.id, platform])).values()].filter(
    ({ id }) => rated.has(id),
  )
  const analysis = (document.notes ?? [])
    .filter(({ category }) => category !== 'legal_disclaimer')
    .map(({ text }) => markdownOf(text))
    .filter((text) => text !== null)
    .join('\n\n')
  const bulletin: Bulletin = {
    id: idOf(advisory),
    kb: [...new Set(kb)],
    title: titled(document.title),
    publishedOn: dayOf(tracking.initial_release_date),
    updatedOn: dayOf(tracking.current_release_date),
    revision: tracking.version,
    revisions: tracking.revision_history
      .map(({ date, number, legacy_version: legacy, summary }) => ({
        number: legacy === undefined ? number : `${number} (${legacy})`,
        on: dayOf(date),
        summary: titled(summary),
      }))
      .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))),
    severity,
    impact: foremost(
      impacts,
      vulnerabilities.map((each) => each.impact),
    ),
    urgency: deriveUrgency({ severity, exploit, disclosure }),
    exploit,
    disclosure,
    restart: restartOf(advisory),
    uninstall: 'unknown',
    environments: (['server', 'client'] as const).filter((kind) => products.some((platform) => platform.kind === kind)),
    supersedes: [],
    ...(analysis !== '' && { analysis: titled(analysis) }),
    vulnerabilities,
    platforms,
    packages: packagesOf(advisory, known),
    tests: [],
    knownIssues: [],
    lifecycle: [],
    detection: [],
    verification: [],
    rollout: [],
    consoles: [],
    references: referencesOf(document.references, titled),
    source: {
      kind: 'csaf',
      document: `${document.publisher.name} ${tracking.id}`,
      retrievedAt: null,
      ...(document.distribution?.tlp && { tlp: document.distribution.tlp.label }),
    },
  }
  return { bulletin, platforms: products }
}
