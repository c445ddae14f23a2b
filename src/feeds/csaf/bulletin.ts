/** From a CSAF 2.0 advisory to a bulletin. */
import type { Bulletin, Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import { disclosures, exploits, impacts, type Impact, type Rating, type Restart } from '../../contract/words.ts'
import { worstRating, worstSeverity } from '../../domain/severity.ts'
import { deriveUrgency } from '../../domain/urgency.ts'
import { markdownOf } from '../html.ts'
import { platformOf, slug } from '../platforms/product-name.ts'
import type { Advisory, Branch, Remediation, Vulnerability } from './document.ts'

/** A text of the document, in its language; what is neither Japanese nor English counts as English. */
const inLanguageOf =
  ({ document: { lang = 'en' } }: Advisory) =>
  (text: string): Text =>
    lang.toLowerCase().startsWith('ja') ? { ja: text } : { en: text }

const dayOf = (moment: string): string => moment.slice(0, 10)

/** An id of ours out of a tracking id, which may be any text. */
const idOf = ({ document: { tracking } }: Advisory): string =>
  /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(tracking.id) ? tracking.id : `CSAF-${slug(tracking.id).slice(0, 74)}`

/** Every product by its id, from branches, flat names and relationships. */
export function platformsOf({ product_tree: tree }: Advisory): Map<string, Platform> {
  const platforms = new Map<string, Platform>()
  const visit = ({ name, branches = [], product }: Branch, path: readonly string[]) => {
    // A product that has its own branch for a version is at home in the branch above.
    if (product !== undefined) platforms.set(product.product_id, platformOf({ name: product.name, path }))
    for (const branch of branches) visit(branch, [...path, name])
  }
  for (const branch of tree?.branches ?? []) visit(branch, [])
  const flat = [
    ...(tree?.full_product_names ?? []),
    ...(tree?.relationships ?? []).map(({ full_product_name: product }) => product),
  ]
  for (const { name, product_id: id } of flat) platforms.set(id, platformOf({ name, path: [] }))
  return platforms
}

const affectedStatuses = ['first_affected', 'known_affected', 'last_affected', 'under_investigation']
const unaffectedStatuses = ['known_not_affected', 'fixed', 'first_fixed']

const words: Record<string, Rating> = { critical: 1, important: 2, high: 2, moderate: 3, medium: 3, low: 4 }

/** How bad a vulnerability is on a product: the severity of its CVSS score, else that of the whole document. */
function ratingOf(advisory: Advisory, { scores = [] }: Vulnerability, product: string): Rating {
  const own = scores.flatMap(({ products, cvss_v3: score }) =>
    score !== undefined && products.includes(product) ? (words[score.baseSeverity.toLowerCase()] ?? 'unrated') : [],
  )
  if (own.length > 0) return worstRating(own)
  return words[advisory.document.aggregate_severity?.text.toLowerCase() ?? ''] ?? 'unrated'
}

function ratingsOf(advisory: Advisory, platforms: ReadonlyMap<string, Platform>, flaw: Vulnerability) {
  const ratings = new Map<PlatformId, Rating>()
  const rate = (statuses: readonly string[], rating: (product: string) => Rating) => {
    for (const product of statuses.flatMap((status) => flaw.product_status?.[status] ?? [])) {
      const id = platforms.get(product)?.id
      if (id !== undefined) ratings.set(id, worstRating([ratings.get(id) ?? 'none', rating(product)]))
    }
  }
  rate(unaffectedStatuses, () => 'none')
  rate(affectedStatuses, (product) => ratingOf(advisory, flaw, product))
  return [...ratings].map(([platform, rating]) => ({ platform, rating }))
}

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

const httpUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : undefined

const referencesOf = (references: readonly { summary: string; url: string }[] = [], titled: (text: string) => Text) =>
  references.flatMap(({ summary, url }) => {
    const address = httpUrl(url)
    return address === undefined ? [] : [{ kind: 'other' as const, title: titled(summary), url: address }]
  })

/** The products that a remediation is for; none named means all. */
function productsOf(advisory: Advisory, { product_ids: ids, group_ids: groups }: Remediation): string[] | null {
  if (ids === undefined && groups === undefined) return null
  const members = new Map(advisory.product_tree?.product_groups?.map((group) => [group.group_id, group.product_ids]))
  return [...new Set([...(ids ?? []), ...(groups ?? []).flatMap((group) => members.get(group) ?? [])])]
}

const cvePattern = /^CVE-\d{4}-\d{4,}$/

function vulnerabilityOf(
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

/** Vendor fixes that say the same, once, for all their products. */
function packagesOf(advisory: Advisory, platforms: ReadonlyMap<string, Platform>): Bulletin['packages'] {
  const fixes = (advisory.vulnerabilities ?? []).flatMap(({ remediations = [] }) =>
    remediations.filter(({ category }) => category === 'vendor_fix'),
  )
  const alike = Map.groupBy(fixes, ({ details, url }) => JSON.stringify([details, url]))
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const url = httpUrl(first.url)
    const ids = same.flatMap((each) => productsOf(advisory, each) ?? [...platforms.keys()])
    const [, build] = /^(\d+(?:\.\d+)+):Security/.exec(first.details) ?? []
    return [
      {
        name: kbOf(first) ?? first.details,
        platforms: [...new Set(ids.flatMap((id) => platforms.get(id)?.id ?? []))],
        ...(url !== undefined && { url }),
        ...(build !== undefined && { fixedBuild: build }),
        files: [],
      },
    ]
  })
}

/** The KB number that a fix of Microsoft names in its link. */
function kbOf({ url = '' }: Remediation): string | null {
  const [, number] = /(?:[?&]q=KB|\/help\/|\/kb\/?)(\d{6,8})\b/i.exec(url) ?? []
  return number === undefined ? null : `KB${number}`
}

const noFix: Record<string, Text> = {
  no_fix_planned: { ja: '修正の予定なし', en: 'No fix planned' },
  none_available: { ja: '修正の提供なし', en: 'No fix available' },
}

function restartOf(advisory: Advisory): Restart {
  const said = (advisory.vulnerabilities ?? []).flatMap(({ remediations = [] }) =>
    remediations.flatMap(({ restart_required: restart }) => restart?.category ?? []),
  )
  if (said.length === 0) return 'unknown'
  return said.every((category) => category === 'none') ? 'not-required' : 'required'
}

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
  const stated = words[document.aggregate_severity?.text.toLowerCase() ?? '']
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
