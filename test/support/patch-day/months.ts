/** A made-up month of today's size (80 fixes for 137 vulnerabilities on 77 products), and six small ones before it. */
import type { Flaw, Month } from '../../feeds/cvrf.ts'
import { counts, flaw, type Part } from './flaws.ts'
import { lines, named, productNames, type Line } from './lines.ts'

type Remediation = NonNullable<Flaw['remediations']>[number]

const monthCount = 7
/** The number of the month of today's size; the first is 0. */
export const newest = monthCount - 1
const first = { year: 2026, month: 4 }
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The KB number of a line in a month, in a range that is not in use. */
export const kbOf = (month: number, line: number): string => `KB${numberOf(month, line)}`
const numberOf = (month: number, line: number) => String(9_800_000 + month * 100 + line)
const hotpatchNumber = (month: number, line: number) => numberOf(month, 90 + line)
/** The hotpatch of a line, where it has one. */
export const hotpatchOf = (month: number, line: number): string => `KB${hotpatchNumber(month, line)}`
export const cveOf = (month: number, number: number): string => `CVE-2026-${80_000 + month * 200 + number}`

/** The second Tuesday of a month. */
function patchTuesday(month: number): string {
  const day = new Date(Date.UTC(first.year, first.month + month, 1))
  day.setUTCDate(8 + ((9 - day.getUTCDay()) % 7))
  return day.toISOString().slice(0, 10)
}

/** What a line brings out in a month, and its hotpatch. */
function updatesOf(month: number, line: number, { kind, products, build, restart, hotpatch }: Line): Remediation[] {
  const update = {
    label: numberOf(month, line),
    products: Object.keys(products),
    subType: kind,
    restart,
    url: `https://catalog.example/?q=${kbOf(month, line)}`,
    ...(build !== undefined && { fixedBuild: `${build}.${5000 + month * 100}` }),
    ...(month > 0 && { supersedes: numberOf(month - 1, line) }),
  }
  if (hotpatch === undefined) return [update]
  return [update, { ...update, label: hotpatchNumber(month, line), subType: 'Security Hotpatch Update' }]
}

const knownIssue = (month: number, line: number): Remediation => ({
  type: 'Known Issue',
  label: numberOf(month, line),
  products: Object.keys(lines[line]?.products ?? {}),
  url: `https://support.example/${kbOf(month, line)}`,
})

const isNamed = (part: Part): part is keyof typeof named => part in named

/** The package of what has no KB number. */
const packageOf: Record<keyof typeof named, Remediation> = {
  edge: {
    label: 'Release Notes',
    products: ['edge'],
    subType: 'Security Update',
    fixedBuild: '150.0.1',
    restart: 'No',
  },
  studio: { label: 'Release Notes', products: ['studio'], subType: 'Security Update', fixedBuild: '17.14.9' },
  ltsc: { label: 'Click to Run', products: ['ltsc'], subType: 'Security Update', restart: 'No' },
}

/** Two vulnerabilities of Windows were mended by the updates of the month before already. */
const isMendedBefore = (part: Part, number: number) => part === 'windows' && (number === 20 || number === 21)

/** What mends a vulnerability: a third of those of Windows and Office are in a part of the lines only. */
function remediationsOf(month: number, part: Part, number: number): Remediation[] {
  if (isNamed(part)) return [packageOf[part]]
  const own = isMendedBefore(part, number) ? month - 1 : month
  const updates = lines.flatMap((line, at) => {
    const isInAll = number % 3 !== 2 || part === 'dotnet'
    return line.mends === part && (isInAll || (at + number) % 2 === 0) ? updatesOf(own, at, line) : []
  })
  return number === 0 && part === 'windows' ? [...updates, knownIssue(own, 0), knownIssue(own, 3)] : updates
}

/** What each part has in a small month. */
const fewOf: Readonly<Partial<Record<Part, number>>> = { windows: 4, office: 1, edge: 1 }

/** A month as it is published. */
function monthOf(month: number): Month & { id: string } {
  const start = new Date(Date.UTC(first.year, first.month + month, 1))
  const wanted = Object.entries(month === newest ? counts : fewOf) as [Part, number][]
  const found = wanted.flatMap(([part, count]) => Array.from({ length: count }, (_, number) => ({ part, number })))
  const flaws = found.map(({ part, number }, index): Flaw => {
    const remediations = remediationsOf(month, part, number)
    const mending = remediations.filter(({ type }) => type === undefined)
    const products = [...new Set(mending.flatMap((each) => each.products))]
    return { ...flaw({ part, number, cve: cveOf(month, index), day: patchTuesday(month), products }), remediations }
  })
  return {
    id: `${start.getUTCFullYear()}-${short[start.getUTCMonth()] ?? ''}`,
    published: patchTuesday(month),
    products: productNames,
    flaws,
  }
}

/** All months, oldest first. */
export const months = (): (Month & { id: string })[] => Array.from({ length: monthCount }, (_, month) => monthOf(month))
