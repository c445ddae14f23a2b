/** From a vulnerability of a bulletin to one of a CSAF advisory. */
import type { Bulletin, Package, Vulnerability } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { Rating } from '../../../contract/words.ts'
import { isAffected } from '../../../domain/severity.ts'
import { baseScore, severityOf } from './cvss.ts'
import type { Say } from './notes.ts'

export const severityWords = { 1: 'Critical', 2: 'Important', 3: 'Moderate', 4: 'Low' } as const

const impactWords = {
  'remote-code-execution': 'Remote Code Execution',
  'elevation-of-privilege': 'Elevation of Privilege',
  'security-feature-bypass': 'Security Feature Bypass',
  'information-disclosure': 'Information Disclosure',
  tampering: 'Tampering',
  spoofing: 'Spoofing',
  'denial-of-service': 'Denial of Service',
} as const

type Threat = { category: 'impact' | 'exploit_status'; details: string; product_ids?: PlatformId[] }

/** What is known of disclosure and attacks, in the wording that Microsoft made usual. */
function exploitStatus({ disclosure, exploit }: Vulnerability): string | null {
  const parts = [
    disclosure === 'unknown' ? null : `Publicly Disclosed:${disclosure === 'public' ? 'Yes' : 'No'}`,
    exploit === 'exploited' ? 'Exploited:Yes' : exploit === 'unknown' ? null : 'Exploited:No',
    exploit === 'proof-of-concept' ? 'Exploit Code:Proof of Concept' : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(';') : null
}

const isSeverity = (rating: Rating): rating is keyof typeof severityWords => typeof rating === 'number'

function threatsOf(flaw: Vulnerability, ratings: ReadonlyMap<PlatformId, Rating>): Threat[] {
  const status = exploitStatus(flaw)
  const bySeverity = Map.groupBy(ratings, ([, rating]) => rating)
  return [
    ...(flaw.impact === null ? [] : [{ category: 'impact' as const, details: impactWords[flaw.impact] }]),
    ...(status === null ? [] : [{ category: 'exploit_status' as const, details: status }]),
    ...[...bySeverity].flatMap(([rating, rated]) =>
      isSeverity(rating)
        ? [
            {
              category: 'impact' as const,
              details: `Severity: ${severityWords[rating]}`,
              product_ids: rated.map(([platform]) => platform),
            },
          ]
        : [],
    ),
  ]
}

const restartCategories = { required: 'system', 'not-required': 'none' } as const

/** What a package does for the products that are affected; null where it is for none of them. */
function remediationOf(fix: Package, affected: readonly PlatformId[], restart: Bulletin['restart']) {
  const products = affected.filter((platform) => fix.platforms.includes(platform))
  if (products.length === 0) return null
  const isKnown = restart === 'required' || restart === 'not-required'
  return {
    category: 'vendor_fix',
    details: [fix.name, fix.fixedBuild].filter(Boolean).join(' '),
    product_ids: products,
    ...(fix.url !== undefined && { url: fix.url }),
    ...(isKnown && { restart_required: { category: restartCategories[restart] } }),
  }
}

const noFix = { ja: '修正プログラムは提供されない', en: 'No fix is offered' }

function remediationsOf(bulletin: Bulletin, ratings: ReadonlyMap<PlatformId, Rating>, say: Say) {
  const affected = [...ratings].filter(([, rating]) => isAffected(rating)).map(([platform]) => platform)
  const without = [...ratings].filter(([, rating]) => rating === 'no-fix').map(([platform]) => platform)
  return [
    ...bulletin.packages.flatMap((fix) => remediationOf(fix, affected, bulletin.restart) ?? []),
    ...(without.length > 0 ? [{ category: 'no_fix_planned', details: say(noFix), product_ids: without }] : []),
  ]
}

/** The score, where CSAF has a place for it and it is what its vector gives; else it goes into a note. */
function scoreOf({ cvss }: Vulnerability, affected: readonly PlatformId[]) {
  if (cvss === undefined || affected.length === 0) return null
  const { version, vector, score } = cvss
  if (!vector.startsWith(`CVSS:${version}/`) || baseScore(vector) !== score) return null
  return {
    products: affected,
    cvss_v3: { version, vectorString: vector, baseScore: score, baseSeverity: severityOf(score) },
  }
}

/** `isNamed`: whether the CVE is still free; the standard lets it name one vulnerability of a document. */
export function vulnerabilityOf(bulletin: Bulletin, flaw: Vulnerability, isNamed: boolean, say: Say) {
  const ratings = new Map(flaw.ratings.map(({ platform, rating }) => [platform, rating]))
  const affected = [...ratings].filter(([, rating]) => isAffected(rating)).map(([platform]) => platform)
  const unaffected = [...ratings].filter(([, rating]) => !isAffected(rating)).map(([platform]) => platform)
  const score = scoreOf(flaw, affected)
  const threats = threatsOf(flaw, ratings)
  const remediations = remediationsOf(bulletin, ratings, say)
  const { cvss } = flaw
  const notes = [
    { category: 'description', text: say(flaw.summary ?? flaw.title) },
    ...(flaw.mitigations === undefined
      ? []
      : [{ category: 'details', title: 'Mitigations', text: say(flaw.mitigations) }]),
    ...(cvss === undefined || score !== null
      ? []
      : [{ category: 'details', title: `CVSS ${cvss.version}`, text: `${cvss.score} ${cvss.vector}` }]),
  ]
  return {
    ...(flaw.cve !== null && isNamed && { cve: flaw.cve }),
    ...((flaw.cve === null || !isNamed || flaw.id !== flaw.cve) && {
      ids: [{ system_name: 'HotFix Report', text: flaw.id }],
    }),
    title: say(flaw.title),
    notes,
    ...(ratings.size > 0 && {
      product_status: {
        ...(affected.length > 0 && { known_affected: affected }),
        ...(unaffected.length > 0 && { known_not_affected: unaffected }),
      },
    }),
    ...(score !== null && { scores: [score] }),
    ...(threats.length > 0 && { threats }),
    ...(remediations.length > 0 && { remediations }),
    ...(flaw.references.length > 0 && {
      references: flaw.references.map(({ title, url }) => ({ category: 'external', summary: say(title), url })),
    }),
  }
}
