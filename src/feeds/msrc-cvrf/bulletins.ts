/** From Microsoft's month of vulnerabilities to bulletins, one for each fix. */
import type { Bulletin, Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import { disclosures, exploits, impacts, restarts, type Rating, type Restart } from '../../contract/words.ts'
import { worstRating, worstSeverity } from '../../domain/severity.ts'
import { deriveUrgency } from '../../domain/urgency.ts'
import { markdownOf } from '../html.ts'
import { slug } from '../platforms/product-name.ts'
import type { Document, Fix, Vulnerability } from './document.ts'
import { impactOf, kindName, monthName, ratingOf, restartOf } from './words.ts'

/** A vulnerability as far as one fix goes: the products that the fix is for, and what it says of them. */
type Part = { vulnerability: Vulnerability; products: ReadonlySet<string>; fixes: readonly Fix[] }

const kbPattern = /^\d{5,8}$/

/** The first word of a list that is among those given; the lists stand in order of attention. */
const foremost = <T extends string>(order: readonly T[], given: readonly (T | null)[]): T | null =>
  order.find((word) => given.includes(word)) ?? null

/** The bulletin that a fix belongs to: its KB, or the month with what stands in place of a number. */
const bulletinIdOf = (document: Document, { label }: Fix): string =>
  kbPattern.test(label) ? `KB${label}` : `MSRC-${document.id}-${slug(label || 'other').slice(0, 60)}`

/** Every fix with its vulnerabilities, and last what has none, each rated product in one place at least. */
function partsByBulletin(document: Document): Map<string, Part[]> {
  const parts = new Map<string, Part[]>()
  const add = (id: string, part: Part) => parts.set(id, [...(parts.get(id) ?? []), part])
  const withoutFix: Part[] = []
  for (const vulnerability of document.vulnerabilities) {
    const fixed = new Set<string>()
    for (const [id, fixes] of Map.groupBy(vulnerability.fixes, (fix) => bulletinIdOf(document, fix))) {
      const products = new Set(fixes.flatMap((fix) => fix.products))
      for (const product of products) fixed.add(product)
      add(id, { vulnerability, products, fixes })
    }
    const left = new Set([...vulnerability.severities.keys()].filter((product) => !fixed.has(product)))
    if (left.size > 0 || vulnerability.severities.size === 0)
      withoutFix.push({ vulnerability, products: left, fixes: [] })
  }
  if (withoutFix.length > 0) parts.set(`MSRC-${document.id}-no-fix`, withoutFix)
  return parts
}

/** A rating for every platform; several products may be one platform, which then has the worst. */
function ratingsOf(
  { platforms }: Document,
  { vulnerability: { severities }, products }: Part,
): Map<PlatformId, Rating> {
  const ratings = new Map<PlatformId, Rating>()
  for (const product of products) {
    const id = platforms.get(product)?.id
    const severity = severities.get(product)
    if (id === undefined || severity === undefined) continue
    ratings.set(id, worstRating([ratings.get(id) ?? 'none', ratingOf(severity)]))
  }
  return ratings
}

const assessments = { 'Latest Software Release': 'latest', 'Older Software Release': 'older' } as const

/** What Microsoft says of attacks, at the time of publication. */
function readStatus(status: string) {
  const said = new Map(
    status.split(';').map((part) => {
      const at = part.indexOf(':')
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const
    }),
  )
  const disclosed = said.get('Publicly Disclosed')
  return {
    // "Exploited: No" speaks of attacks; whether exploit code exists is not said.
    exploit: said.get('Exploited') === 'Yes' ? ('exploited' as const) : ('unknown' as const),
    disclosure:
      disclosed === 'Yes' ? ('public' as const) : disclosed === 'No' ? ('private' as const) : ('unknown' as const),
    assessed: Object.entries(assessments).flatMap(([key, release]) => {
      const assessment = said.get(key)
      return assessment === undefined || assessment === 'N/A' || assessment === '' ? [] : [{ release, assessment }]
    }),
  }
}

const releases = { latest: { ja: '最新版', en: 'latest release' }, older: { ja: '旧版', en: 'older releases' } }

/** Microsoft's description, and its assessment of how likely attacks are. */
function summaryOf({ description, exploitStatus }: Vulnerability): Text | null {
  const { assessed } = readStatus(exploitStatus)
  const vendor = markdownOf(description)
  if (vendor === null && assessed.length === 0) return null
  const list = (language: 'ja' | 'en') =>
    assessed.map(({ release, assessment }) => `${releases[release][language]}: ${assessment}`).join(', ')
  const said = (language: 'ja' | 'en', head: string) =>
    [vendor, assessed.length > 0 && `${head} ${list(language)}`].filter(Boolean).join('\n\n')
  return {
    ja: said('ja', 'Microsoft による悪用可能性の評価 —'),
    en: said('en', 'Exploitability as Microsoft assesses it —'),
  }
}

function scoreOf({ vulnerability: { scores }, products }: Part): OurVulnerability['cvss'] {
  const [worst] = scores
    .filter(({ product, vector }) => products.has(product) && /^CVSS:\d\.\d\//.test(vector))
    .map(({ score, vector }) => ({ score: Number(score), vector, version: vector.slice(5, 8) }))
    .filter(({ score }) => score >= 0 && score <= 10)
    .toSorted((a, b) => b.score - a.score)
  return worst
}

const cvePattern = /^CVE-\d{4}-\d{4,}$/

function vulnerabilityOf(document: Document, part: Part): OurVulnerability {
  const { vulnerability, products } = part
  const { id, title, impacts: printed, exploitStatus } = vulnerability
  const { exploit, disclosure } = readStatus(exploitStatus)
  const summary = summaryOf(vulnerability)
  const mitigations = vulnerability.mitigations.map(markdownOf).filter((text) => text !== null)
  const cvss = scoreOf(part)
  return {
    id,
    cve: cvePattern.test(id) ? id : null,
    title: { en: title || id },
    impact: foremost(
      impacts,
      [...products].map((product) => impactOf(printed.get(product) ?? '')),
    ),
    disclosure,
    exploit,
    ...(summary && { summary }),
    ...(mitigations.length > 0 && { mitigations: { en: mitigations.join('\n\n') } }),
    ...(cvss && { cvss }),
    references: [
      {
        kind: 'cve',
        title: { en: id },
        url: `https://msrc.microsoft.com/update-guide/vulnerability/${encodeURIComponent(id)}`,
      },
    ],
    ratings: [...ratingsOf(document, part)].map(([platform, rating]) => ({ platform, rating })),
  }
}

/** The ids of what a fix replaces: KB numbers and bulletins, in whatever order they are printed. */
export const supersededBy = (printed: string): string[] =>
  (printed.match(/\bMS\d\d-\d{3}\b|\b\d{6,8}\b/g) ?? []).map((id) => (id.startsWith('MS') ? id : `KB${id}`))

const strictness: readonly Restart[] = restarts

/** The strictest restart, and for each platform its own. */
function restartsOf({ platforms }: Document, fixes: readonly Fix[]) {
  const own = new Map<PlatformId, Restart>()
  for (const { restart, products } of fixes) {
    for (const product of products) {
      const id = platforms.get(product)?.id
      if (id !== undefined) own.set(id, foremost(strictness, [own.get(id) ?? null, restartOf(restart)]) ?? 'unknown')
    }
  }
  return { strictest: foremost(strictness, [...own.values()]) ?? ('unknown' as const), own }
}

const restartNotes: Record<Restart, Text> = {
  required: { ja: '再起動: 必要', en: 'Restart: required' },
  maybe: { ja: '再起動: 必要な場合がある', en: 'Restart: may be needed' },
  'not-required': { ja: '再起動: 不要', en: 'Restart: not required' },
  unknown: { ja: '再起動: 記載なし', en: 'Restart: not stated' },
}

const httpUrl = (url: string): string | undefined =>
  /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : undefined

function packagesOf({ platforms }: Document, name: string, fixes: readonly Fix[]): Bulletin['packages'] {
  const alike = Map.groupBy(fixes, ({ kind, url, fixedBuild }) => JSON.stringify([kind, url, fixedBuild]))
  return [...alike.values()].map((same) => {
    const [first] = same
    const url = httpUrl(first?.url ?? '')
    const ids = same.flatMap(({ products }) => products.flatMap((product) => platforms.get(product)?.id ?? []))
    return {
      name: first?.kind ? `${name} (${first.kind})` : name,
      platforms: [...new Set(ids)],
      ...(url !== undefined && { url }),
      ...(first?.fixedBuild && { fixedBuild: first.fixedBuild }),
      files: [],
    }
  })
}

/** A build of Windows, as `winver` shows it. */
const windowsBuild = /^(?:6\.\d|10\.0)\.\d{4,5}\.\d+$/

const buildChecks = (packages: Bulletin['packages'], kinds: ReadonlyMap<PlatformId, Platform['kind']>) =>
  packages.flatMap(({ fixedBuild, platforms }): Bulletin['verification'] => {
    const systems = platforms.filter((id) => kinds.get(id) === 'server' || kinds.get(id) === 'client')
    if (fixedBuild === undefined || !windowsBuild.test(fixedBuild) || systems.length === 0) return []
    return [{ platforms: systems, kind: 'os-build', path: 'Windows', expected: fixedBuild }]
  })

const familiesNamed = 3

/** A platform in a title: family and version; a product that keeps its place in the tree goes by its own name. */
function shortName({ family, version, label }: Platform): string {
  if (version === null || version === 'RTM') return family
  return label.en?.startsWith(version) === true ? version : `${family} ${version}`
}

/** The month, the kind of the fix, and for what it is. */
function titleOf(
  document: Document,
  fixes: readonly Fix[],
  label: string | null,
  platforms: readonly Platform[],
): Text {
  const month = monthName(document.id) ?? { ja: document.id, en: document.id }
  const names = [...new Set(platforms.map(shortName))]
  const [shown, more] = [names.slice(0, familiesNamed), names.length - familiesNamed]
  const ja = shown.join('、') + (more > 0 ? ` ほか ${more}` : '')
  const en = shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
  const kinds = [...new Set(fixes.map(({ kind }) => kind))].map(kindName)
  const what = (language: 'ja' | 'en') =>
    label ?? (kinds.map((kind) => kind[language]).join(language === 'ja' ? '・' : ', ') || 'Update')
  if (fixes.length === 0)
    return {
      ja: `${month.ja} 修正プログラムの記載がない脆弱性 (${ja})`,
      en: `${month.en} vulnerabilities without a listed fix (${en})`,
    }
  return { ja: `${month.ja} ${what('ja')} (${ja})`, en: `${month.en} ${what('en')} for ${en}` }
}

const named = (ids: readonly string[]) => (ids.length <= 5 ? ids.join(', ') : null)

/** The days on which anything of the bulletin was revised, from the month's own day on. */
function revisionsOf(document: Document, parts: readonly Part[]): Bulletin['revisions'] {
  const changes = parts.flatMap(({ vulnerability: { id, revisions } }) =>
    revisions.filter(({ on }) => on > document.publishedOn && on <= document.updatedOn).map(({ on }) => ({ on, id })),
  )
  const later = [...Map.groupBy(changes, ({ on }) => on)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    {
      number: document.publishedOn,
      on: document.publishedOn,
      summary: { ja: '公開', en: 'Published' },
    },
    ...later.map(([on, revised]) => {
      const ids = [...new Set(revised.map(({ id }) => id))]
      return {
        number: on,
        on,
        summary: {
          ja: `${named(ids) ?? `${ids.length} 件の脆弱性`} の情報を更新`,
          en: `Revised: ${named(ids) ?? `${ids.length} vulnerabilities`}`,
        },
      }
    }),
  ]
}

function bulletinOf(document: Document, id: string, parts: readonly Part[]): Bulletin {
  const fixes = parts.flatMap((part) => part.fixes)
  const label = fixes[0]?.label ?? ''
  const kb = kbPattern.test(label) ? [label] : []
  const vulnerabilities = parts.map((part) => vulnerabilityOf(document, part))
  const { strictest, own } = restartsOf(document, fixes)

  const known = new Map([...document.platforms.values()].map((platform) => [platform.id, platform]))
  const rated = Map.groupBy(
    vulnerabilities.flatMap(({ ratings }) => ratings),
    ({ platform }) => platform,
  )
  const platforms = [...rated].map(([platform, ratings]) => {
    const restart = own.get(platform) ?? 'unknown'
    return {
      platform,
      rating: worstRating(ratings.map(({ rating }) => rating)),
      ...(fixes.length > 0 && restart !== strictest && { note: restartNotes[restart] }),
    }
  })
  const products = platforms.flatMap(({ platform }) => known.get(platform) ?? [])
  const kinds = new Map(products.map(({ id: platform, kind }) => [platform, kind]))
  const packages = packagesOf(document, kb[0] === undefined ? label || id : `KB${kb[0]}`, fixes)
  const severity = worstSeverity(platforms.map(({ rating }) => rating))
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
  const revisions = revisionsOf(document, parts)
  const updatedOn = revisions.at(-1)?.on ?? document.publishedOn
  const issues = Map.groupBy(
    parts.flatMap(({ vulnerability: { knownIssues } }) => knownIssues.filter((issue) => kb.includes(issue.kb))),
    ({ url }) => url,
  )
  return {
    id,
    kb,
    title: titleOf(document, fixes, kb.length > 0 ? null : label || null, products),
    publishedOn: document.publishedOn,
    updatedOn,
    revision: updatedOn,
    revisions,
    severity,
    impact: foremost(
      impacts,
      vulnerabilities.map((each) => each.impact),
    ),
    urgency: deriveUrgency({ severity, exploit, disclosure }),
    exploit,
    disclosure,
    restart: strictest,
    uninstall: 'unknown',
    environments: (['server', 'client'] as const).filter((kind) => products.some((platform) => platform.kind === kind)),
    supersedes: [...new Set(fixes.flatMap((fix) => supersededBy(fix.supersedes)))],
    vulnerabilities,
    platforms,
    packages: fixes.length > 0 ? packages : [],
    tests: [],
    knownIssues: [...issues].flatMap(([url, same]) => {
      const address = httpUrl(url)
      if (address === undefined) return []
      const ids = same.flatMap((issue) =>
        issue.products.flatMap((product) => document.platforms.get(product)?.id ?? []),
      )
      return [
        {
          id: `KB${kb[0] ?? ''}`,
          title: { ja: `KB${kb[0]} の既知の問題`, en: `Known issues of KB${kb[0]}` },
          platforms: [...new Set(ids)],
          references: [{ kind: 'kb' as const, title: { en: `KB${kb[0]}` }, url: address }],
        },
      ]
    }),
    lifecycle: [],
    detection: [],
    verification: buildChecks(packages, kinds),
    rollout: [],
    consoles: [],
    references: [
      ...kb.map((number) => ({
        kind: 'kb' as const,
        title: { en: `KB${number}` },
        url: `https://support.microsoft.com/help/${number}`,
      })),
      {
        kind: 'other',
        title: { ja: `リリース ノート ${document.id}`, en: `Release notes ${document.id}` },
        url: `https://msrc.microsoft.com/update-guide/releaseNote/${encodeURIComponent(document.id)}`,
      },
    ],
    source: { kind: 'msrc-cvrf', document: document.id, retrievedAt: null },
  }
}

/** The bulletins of a document: one for each KB number, each label in place of one, and one for what has no fix. */
export const bulletinsOf = (document: Document): Bulletin[] =>
  [...partsByBulletin(document)].map(([id, parts]) => bulletinOf(document, id, parts))
