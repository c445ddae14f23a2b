/** From a vulnerability of an advisory to one of a bulletin. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import type { Impact } from '../../contract/words.ts'
import { markdownOf } from '../html.ts'
import type { Advisory, Vulnerability } from './document.ts'
import { ratingsOf } from './ratings.ts'
import { inLanguageOf, referencesOf } from './texts.ts'

const impactWords: [RegExp, Impact][] = [
  [/remote code execution/i, 'remote-code-execution'],
  [/elevation of privilege/i, 'elevation-of-privilege'],
  [/security feature bypass/i, 'security-feature-bypass'],
  [/information disclosure/i, 'information-disclosure'],
  [/tampering/i, 'tampering'],
  [/spoofing/i, 'spoofing'],
  [/denial of service/i, 'denial-of-service'],
]

/** What the threats say of impact, attacks and disclosure; only Microsoft's wording of the last two is known. */
function threatsOf({ threats = [] }: Vulnerability) {
  const detailsOf = (category: string) =>
    threats
      .filter((threat) => threat.category === category)
      .map(({ details }) => details)
      .join('; ')
  const [impact, exploit] = [detailsOf('impact'), detailsOf('exploit_status')]
  return {
    impact: impactWords.find(([pattern]) => pattern.test(impact))?.[1] ?? null,
    exploit: /Exploited:\s*Yes/i.test(exploit) ? ('exploited' as const) : ('unknown' as const),
    disclosure: /Publicly Disclosed:\s*Yes/i.test(exploit)
      ? ('public' as const)
      : /Publicly Disclosed:\s*No/i.test(exploit)
        ? ('private' as const)
        : ('unknown' as const),
  }
}

const cvePattern = /^CVE-\d{4}-\d{4,}$/

export function vulnerabilityOf(
  advisory: Advisory,
  platforms: ReadonlyMap<string, Platform>,
  flaw: Vulnerability,
  at: number,
): OurVulnerability {
  const titled = inLanguageOf(advisory)
  const id = flaw.cve ?? flaw.ids?.[0]?.text ?? `${advisory.document.tracking.id}#${at + 1}`
  const written = (texts: readonly string[]) =>
    [...new Set(texts)]
      .map(markdownOf)
      .filter((text) => text !== null)
      .join('\n\n')
  const summary = written((flaw.notes ?? []).map(({ text }) => text))
  const mitigations = written(
    (flaw.remediations ?? []).filter(({ category }) => category !== 'vendor_fix').map(({ details }) => details),
  )
  const [worst] = (flaw.scores ?? [])
    .flatMap(({ cvss_v3: v3, cvss_v2: v2 }) =>
      v3
        ? [{ version: v3.version, vector: v3.vectorString, score: v3.baseScore }]
        : v2
          ? [{ version: '2.0', vector: v2.vectorString, score: v2.baseScore }]
          : [],
    )
    .toSorted((a, b) => b.score - a.score)
  return {
    id,
    cve: flaw.cve !== undefined && cvePattern.test(flaw.cve) ? flaw.cve : null,
    title: titled(flaw.title || id),
    ...threatsOf(flaw),
    ...(summary !== '' && { summary: titled(summary) }),
    ...(mitigations !== '' && { mitigations: titled(mitigations) }),
    ...(worst && { cvss: worst }),
    references: referencesOf(flaw.references, titled),
    ratings: ratingsOf(advisory, platforms, flaw),
  }
}
