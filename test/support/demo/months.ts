/** Fourteen made-up months in the shape of Microsoft's monthly document (CVRF 1.1), the same each time. */
import type { Flaw, Month } from '../../feeds/cvrf.ts'
import { hardKinds, plainKind, type Place } from './flaws.ts'
import { lines, productNames, type Product } from './products.ts'

const monthCount = 14
/** The number of the latest month; the first is 0. */
export const lastMonth = monthCount - 1
const first = { year: 2025, month: 9 }
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The KB number of a line in a month: seven digits, far above those in use. */
export const kbOf = (month: number, line: number): string => String(9_900_000 + month * 100 + line)
const hotpatchOf = (month: number): string => kbOf(month, lines.length)
export const cveOf = (month: number, flaw: number): string => `CVE-2026-${99_000 + month * 60 + flaw}`

/** Two months of three have a hotpatch; the third is the baseline that needs a restart. */
const isBaseline = (month: number) => month % 3 === 0

/** The day `after` the second Tuesday of a month, as `2026-11-10`. */
function dayOf(month: number, after = 0): string {
  const start = new Date(Date.UTC(first.year, first.month + month, 1))
  const secondTuesday = 8 + ((9 - start.getUTCDay()) % 7)
  start.setUTCDate(secondTuesday + after)
  return start.toISOString().slice(0, 10)
}

/** The fixes of a month for some products: one for each line, each in place of that of the month before. */
const fixesIn =
  (month: number): Place['fixes'] =>
  (products) => {
    const isFor = (product: Product) => products.includes(product)
    const updates = lines.flatMap((line, index) => {
      const mended = line.products.filter(isFor)
      return mended.length === 0
        ? []
        : {
            label: kbOf(month, index),
            products: mended,
            subType: 'Security Update',
            restart: line.restart,
            fixedBuild: `${line.build}.${7000 + month * 10}`,
            url: `https://catalog.example/?q=KB${kbOf(month, index)}`,
            ...(month > 0 && { supersedes: kbOf(month - 1, index) }),
          }
    })
    const hotpatched = (['client24', 'client25', 'server25'] as const).filter(isFor)
    return isBaseline(month) || hotpatched.length === 0
      ? updates
      : [
          ...updates,
          { label: hotpatchOf(month), products: hotpatched, subType: 'Security Hotpatch Update', restart: 'Yes' },
        ]
  }

/** How many vulnerabilities a month has; the last one is long. */
const flawsIn = (month: number): number => (month === monthCount - 1 ? 60 : 10 + (month % 4))

function monthOf(month: number): Month & { id: string } {
  const place = (flaw: number): Place => ({
    cve: cveOf(month, flaw),
    day: dayOf(month),
    later: dayOf(month, 6),
    fixes: fixesIn(month),
  })
  // Not every month has something that is exploited.
  const kinds = month % 2 === 1 ? hardKinds : hardKinds.slice(0, -1)
  const start = new Date(Date.UTC(first.year, first.month + month, 1))
  return {
    id: `${start.getUTCFullYear()}-${short[start.getUTCMonth()] ?? ''}`,
    published: dayOf(month),
    products: productNames,
    flaws: Array.from({ length: flawsIn(month) }, (_, flaw) => (kinds[flaw] ?? plainKind)(place(flaw))),
  }
}

/** The update for Windows Server 2019 is withdrawn: nothing in the month offers it any more. */
const withoutServer2019 = (flaw: Flaw): Flaw => ({
  ...flaw,
  remediations: (flaw.remediations ?? []).filter(({ products }) => !products.includes('server19')),
  revisions: [...(flaw.revisions ?? []), `${dayOf(monthCount - 2, 9)} <p>An update was withdrawn.</p>`],
})

/** All months, oldest first, as they were published. */
export const demoMonths = (): (Month & { id: string })[] =>
  Array.from({ length: monthCount }, (_, month) => monthOf(month))

/** The last month but one, published again without one of its updates. */
export function republishedMonth(): Month & { id: string } {
  const month = monthOf(monthCount - 2)
  return { ...month, updated: dayOf(monthCount - 2, 9), flaws: month.flaws.map(withoutServer2019) }
}

/** The KB number that the republished month withdraws. */
export const withdrawnKb = kbOf(monthCount - 2, 3)
