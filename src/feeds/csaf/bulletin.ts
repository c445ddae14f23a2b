/** From a CSAF advisory to a bulletin. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import { disclosures, environments, exploits, impacts } from '../../contract/words.ts'
import { overallOf } from '../../domain/product-status.ts'
import { worstSeverity } from '../../domain/severity.ts'
import { deriveUrgency } from '../../domain/urgency.ts'
import type { Advisory, Vulnerability } from './document.ts'
import { kbOf, packagesOf } from './fixes.ts'
import { preferredIdOf, sourceOf } from './identity.ts'
import { analysisOf } from './notes.ts'
import { Products } from './products.ts'
import { notesByPlatform, remediesOf, restartOf } from './remedies.ts'
import { severityOf } from './severity-words.ts'
import { inLanguageOf, referencesOf, type Say } from './texts.ts'
import { vulnerabilityIds, vulnerabilityOf } from './vulnerabilities.ts'

const dayOf = (moment: string): string => moment.slice(0, 10)

const foremost = <T>(order: readonly T[], given: readonly (T | null)[]): T | null =>
  order.find((word) => given.includes(word)) ?? null

/** The worst of all vulnerabilities on each platform, and what else is said of it. */
function platformsOf(advisory: Advisory, products: Products, vulnerabilities: Bulletin['vulnerabilities']) {
  const notes = notesByPlatform(advisory, products)
  const rated = Map.groupBy(
    vulnerabilities.flatMap(({ ratings }) => ratings),
    ({ platform }) => platform,
  )
  return [...rated].map(([platform, ratings]) => {
    const note = notes.get(platform)
    return { platform, ...overallOf(ratings), ...(note && { note }) }
  })
}

const revisionsOf = ({ document: { tracking } }: Advisory, say: Say) =>
  tracking.revision_history
    .map(({ date, number, legacy_version: legacy, summary }) => ({
      number: legacy === undefined ? number : `${number} (${legacy})`,
      on: dayOf(date),
      summary: say(summary),
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))

const kbsOf = (flaws: readonly Vulnerability[]): string[] =>
  flaws.flatMap(({ remediations = [] }) => remediations.flatMap((each) => kbOf(each)?.slice(2) ?? []))

/** The bulletin of an advisory that conforms to the standard, and the platforms that it speaks of. */
export function bulletinOf(advisory: Advisory): { bulletin: Bulletin; platforms: Platform[] } {
  const { document, vulnerabilities: flaws = [] } = advisory
  const { tracking } = document
  const say = inLanguageOf(advisory)
  const products = new Products(advisory)
  const ids = vulnerabilityIds(advisory)
  const vulnerabilities = flaws.map((flaw, at) => vulnerabilityOf(advisory, products, flaw, ids[at] ?? ''))
  const platforms = platformsOf(advisory, products, vulnerabilities)
  const packages = packagesOf(advisory, products)
  const remedies = remediesOf(advisory, products, ids)
  // What is stated for the document counts on its platforms already; it is all that there is where it names none.
  const severity =
    platforms.length > 0
      ? worstSeverity(platforms.map(({ rating }) => rating))
      : severityOf(document.aggregate_severity?.text ?? '')
  const words = <T>(order: readonly T[], wordOf: (flaw: Bulletin['vulnerabilities'][number]) => T | null) =>
    foremost(order, vulnerabilities.map(wordOf))
  const exploit = words(exploits, (flaw) => flaw.exploit) ?? 'unknown'
  const disclosure = words(disclosures, (flaw) => flaw.disclosure) ?? 'unknown'
  const mentioned = products.mentioned()
  const rated = new Set(platforms.map(({ platform }) => platform))
  const bulletin: Bulletin = {
    id: preferredIdOf(advisory),
    kb: [...new Set(kbsOf(flaws))],
    title: say(document.title),
    publishedOn: dayOf(tracking.initial_release_date),
    updatedOn: dayOf(tracking.current_release_date),
    revision: tracking.version,
    revisions: revisionsOf(advisory, say),
    severity,
    impact: words(impacts, (flaw) => flaw.impact),
    urgency: deriveUrgency({ severity, exploit, disclosure }),
    exploit,
    disclosure,
    restart: restartOf(advisory),
    uninstall: 'unknown',
    environments: environments.filter((word) => mentioned.some(({ id, kind }) => kind === word && rated.has(id))),
    supersedes: [],
    ...analysisOf(advisory),
    vulnerabilities,
    platforms,
    packages,
    ...remedies,
    tests: [],
    knownIssues: [],
    lifecycle: [],
    detection: [],
    verification: [],
    rollout: [],
    consoles: [],
    references: referencesOf(document.references, say),
    source: sourceOf(advisory),
  }
  return { bulletin, platforms: mentioned }
}
