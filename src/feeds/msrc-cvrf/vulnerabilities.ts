/** From a vulnerability of the month to one of a bulletin. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Text } from '../../contract/text.ts'
import { impacts } from '../../contract/words.ts'
import { markdownOf } from '../html.ts'
import type { Document, Vulnerability } from './document.ts'
import { ratingsOf, type Part } from './parts.ts'
import { foremost, impactOf } from './words.ts'

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

export function vulnerabilityOf(document: Document, part: Part): OurVulnerability {
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
