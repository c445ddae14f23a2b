/** Made-up vulnerabilities of a month: what each mends, how bad it is, and what is said of it. */
import type { Flaw } from '../../feeds/cvrf.ts'
import type { Line } from './lines.ts'

/** What a flaw is found in: the lines that mend it, or a package that has no KB number. */
export type Part = Line['mends'] | 'edge' | 'studio' | 'ltsc'

/** How many vulnerabilities each part has in the month of today's size: 137. */
export const counts: Readonly<Record<Part, number>> = {
  windows: 66,
  dotnet: 8,
  office: 24,
  sharepoint: 5,
  sql: 8,
  exchange: 4,
  edge: 14,
  studio: 4,
  ltsc: 4,
}

/** What the flaws of a part are found in, and what they allow. */
const places: Readonly<Record<Part, readonly string[]>> = {
  windows: ['Demo Print Queue', 'Demo File Sharing', 'Demo Sign-in', 'Demo Kernel', 'Demo Media', 'Demo Remote Access'],
  dotnet: ['Demo Runtime'],
  office: ['Demo Table', 'Demo Document', 'Demo Drawing'],
  sharepoint: ['Demo Site'],
  sql: ['Demo Query'],
  exchange: ['Demo Mailbox'],
  edge: ['Demo Browser Script', 'Demo Browser Frame'],
  studio: ['Demo Project File'],
  ltsc: ['Demo Document'],
}
const impacts = ['Remote Code Execution', 'Elevation of Privilege', 'Information Disclosure', 'Denial of Service']

const at = <T>(list: readonly T[], index: number, other: T): T => list[index % list.length] ?? other

/** The first flaw is exploited, the second one public; one in eleven is critical, one in nine moderate, and one has no rating. */
function severityOf(number: number, part: Part): string {
  if (part === 'edge') return number % 3 === 0 ? 'Moderate' : 'Low'
  if (number === 40) return ''
  if (number % 11 === 2) return 'Critical'
  return number % 9 === 4 ? 'Moderate' : 'Important'
}

const scoreOf: Readonly<Record<string, { base: string; temporal: string; vector: string }>> = {
  Critical: { base: '9.8', temporal: '8.5', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
  Important: { base: '7.8', temporal: '6.8', vector: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H' },
  Moderate: { base: '5.5', temporal: '4.8', vector: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N' },
}

function statusOf(number: number): string {
  if (number === 0) return 'Publicly Disclosed:No;Exploited:Yes;Latest Software Release:Exploitation Detected'
  const likely = number % 6 === 5 ? 'More' : 'Less'
  const disclosed = number === 1 ? 'Yes' : 'No'
  return `Publicly Disclosed:${disclosed};Exploited:No;Latest Software Release:Exploitation ${likely} Likely;DOS:N/A`
}

const questions = `<p>What does one see of it?</p><p>Made up: a demo program says so in its log.</p>
<ul><li>Look at the log.</li><li>Set <code>Demo</code> to <code>1</code>.</li></ul>`

type Found = { part: Part; number: number; cve: string; day: string; products: readonly string[] }

/** A vulnerability with all that is said of it, but for what mends it. */
export function flaw({ part, number, cve, day, products }: Found): Flaw {
  const severity = severityOf(number, part)
  const [place, impact] = [at(places[part], number, part), at(impacts, number, 'Spoofing')]
  const score = scoreOf[severity]
  const issuer = part === 'edge' ? 'Example Browser' : 'Microsoft'
  return {
    cve,
    title: `${place} ${impact} Vulnerability`,
    description: `<p>Made up for tests. A fault in ${place} leads to: ${impact}.</p>`,
    severities: Object.fromEntries(products.map((product) => [product, severity])),
    impact,
    exploitStatus: part === 'edge' ? '' : statusOf(number),
    notes: [
      ...(number % 4 === 0 ? [['FAQ', 'FAQ', questions] as const] : []),
      ['Tag', place, place],
      ['CNA', issuer, issuer],
      ['Other', 'Customer Action Required', part === 'edge' ? 'No' : 'Yes'],
    ],
    cwes: number % 2 === 0 ? { 'CWE-416': 'Use After Free' } : { 'CWE-122': 'Heap-based Buffer Overflow' },
    acknowledgements: number % 5 === 0 ? [{ name: 'A. Example of Example Lab' }] : [],
    scores: score === undefined || part === 'edge' ? [] : [{ ...score, products }],
    revisions: [`${day} <p>Information published.</p>`],
  }
}
