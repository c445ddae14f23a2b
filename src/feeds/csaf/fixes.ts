/** What an advisory offers: fixes that have a name, and what else it advises. */
import type { Package } from '../../contract/bulletin.ts'
import type { Advisory, Remediation, CsafVulnerability } from './document.ts'
import type { Products } from './products.ts'
import { httpUrl } from '../printed.ts'

type Fix = Pick<Package, 'name' | 'url' | 'fixedBuild'>

/** Microsoft's way: `16.0.5508.1000:Security Update:https://support.microsoft.com/help/5002744`. */
const buildAndKind = /^(?=[^\s:]*\d)([^\s:]+):[A-Za-z][A-Za-z ]*(?::(?:https?:\S*)?)?$/

/** A name of one word, with a digit or an extension: a file, a package or a version, and no sentence. */
const isName = (text: string): boolean => /^(?=\S*(?:\d|\.[a-z]{2,4}$))[\w.+~:@/-]{1,80}$/i.test(text)

/** The KB number that a fix of Microsoft names, in its link or as its name. */
export function kbOf({ url = '', details }: Pick<Remediation, 'url' | 'details'>): string | null {
  const [, number] =
    /(?:[?&]q=KB|\/help\/|\/kb\/?)(\d{6,8})\b/i.exec(url) ?? /^KB(\d{6,8})\b/.exec(details.trim()) ?? []
  return number === undefined ? null : `KB${number}`
}

/** A remediation that is a fix by name, and not a text that tells of one. */
function namedFix(remediation: Remediation): Fix | null {
  const details = remediation.details.trim()
  const url = httpUrl(remediation.url)
  const [, build] = buildAndKind.exec(details) ?? []
  const name = kbOf(remediation) ?? build ?? (url !== undefined && isName(details) ? details : undefined)
  if (remediation.category !== 'vendor_fix' || name === undefined) return null
  return { name, ...(url !== undefined && { url }), ...(build !== undefined && { fixedBuild: build }) }
}

/** Whether there is more to read in a remediation than the name of the fix. */
export function isProse(remediation: Remediation): boolean {
  const details = remediation.details.trim()
  return (
    namedFix(remediation) === null ||
    !(buildAndKind.test(details) || isName(details) || /^KB\d{6,8}\b.{0,30}$/.test(details))
  )
}

/** The packages that a vulnerability is mended in, each with the product that it is a component of, and where to get it. */
function componentFixes(
  products: Products,
  { product_status: status = {}, remediations = [] }: CsafVulnerability,
): { fix: Fix; ids: string[] }[] {
  const urls = new Map<string, string>()
  for (const each of remediations) {
    const url = each.category === 'vendor_fix' ? httpUrl(each.url) : undefined
    if (url !== undefined) for (const product of products.named(each) ?? []) urls.set(product, urls.get(product) ?? url)
  }
  const mended = new Set(['first_fixed', 'fixed', 'recommended'].flatMap((list) => status[list] ?? []))
  return [...mended].flatMap((id) => {
    const name = products.get(id)?.component ?? null
    const url = urls.get(id)
    return name === null ? [] : [{ fix: { name, ...(url !== undefined && { url }) }, ids: [id] }]
  })
}

/** The fixes that have a name, each once, for all their products. */
export function packagesOf({ vulnerabilities = [] }: Advisory, products: Products): Package[] {
  const fixes = vulnerabilities.flatMap((flaw) => [
    ...(flaw.remediations ?? []).flatMap((each) => {
      const fix = namedFix(each)
      return fix === null ? [] : [{ fix, ids: products.named(each) ?? [] }]
    }),
    ...componentFixes(products, flaw),
  ])
  return [...Map.groupBy(fixes, ({ fix }) => JSON.stringify([fix.name, fix.url, fix.fixedBuild])).values()].flatMap(
    (same) =>
      same[0] === undefined
        ? []
        : [{ ...same[0].fix, platforms: products.platformsOf(same.flatMap(({ ids }) => ids)), files: [] }],
  )
}
