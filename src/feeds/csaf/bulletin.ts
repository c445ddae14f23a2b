/** From a CSAF advisory to a bulletin. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import { assembled, environmentsOf } from '../../domain/bulletin/assemble.ts'
import { dayOf } from '../printed.ts'
import type { Advisory, CsafVulnerability } from './document.ts'
import { kbOf, packagesOf } from './fixes.ts'
import { preferredIdOf, advisorySource } from './identity.ts'
import { analysisOf } from './notes.ts'
import { Products } from './products.ts'
import { notesByPlatform, remediesOf, restartOf } from './remedies.ts'
import { severityOf } from './severity-words.ts'
import { inLanguageOf, referencesOf, type ToText } from './texts.ts'
import { vulnerabilityIds, vulnerabilityOf } from './vulnerabilities.ts'

const revisionsOf = ({ document: { tracking } }: Advisory, say: ToText) =>
  tracking.revision_history
    .map(({ date, number, legacy_version: legacy, summary }) => ({
      number: legacy === undefined ? number : `${number} (${legacy})`,
      on: dayOf(date),
      summary: say(summary),
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))

const kbsOf = (flaws: readonly CsafVulnerability[]): string[] =>
  flaws.flatMap(({ remediations = [] }) => remediations.flatMap((each) => kbOf(each)?.slice(2) ?? []))

/** The bulletin of an advisory that conforms to the standard, and the platforms that it speaks of. */
export function bulletinOf(advisory: Advisory): { bulletin: Bulletin; platforms: Platform[] } {
  const { document, vulnerabilities: flaws = [] } = advisory
  const { tracking } = document
  const say = inLanguageOf(advisory)
  const products = new Products(advisory)
  const ids = vulnerabilityIds(advisory)
  const vulnerabilities = flaws.map((flaw, at) => vulnerabilityOf(advisory, products, flaw, ids[at] ?? ''))
  const packages = packagesOf(advisory, products)
  const remedies = remediesOf(advisory, products, ids)
  const isRated = vulnerabilities.some(({ ratings }) => ratings.length > 0)
  // What is stated for the document counts on its platforms already; it is all that there is where it names none.
  const severity = isRated ? null : severityOf(document.aggregate_severity?.text ?? '')
  const { platforms: rated, ...facts } = assembled({ vulnerabilities, stated: { severity } })
  const notes = notesByPlatform(advisory, products)
  const platforms = rated.map((each) => {
    const note = notes.get(each.platform)
    return { ...each, ...(note && { note }) }
  })
  const mentioned = products.mentioned()
  const bulletin: Bulletin = {
    id: preferredIdOf(advisory),
    kb: [...new Set(kbsOf(flaws))],
    title: say(document.title),
    publishedOn: dayOf(tracking.initial_release_date),
    updatedOn: dayOf(tracking.current_release_date),
    revision: tracking.version,
    revisions: revisionsOf(advisory, say),
    ...facts,
    restart: restartOf(advisory),
    uninstall: 'unknown',
    environments: environmentsOf(platforms, mentioned),
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
    source: advisorySource(advisory),
  }
  return { bulletin, platforms: mentioned }
}
