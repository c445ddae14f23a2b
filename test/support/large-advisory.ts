/** An advisory of many vulnerabilities and products, in which each vulnerability says something of every product. */
import { advisory } from '../feeds/advisory.ts'

const scores = [
  [9.8, 'CRITICAL', 'C:H/I:H/A:H'],
  [7.5, 'HIGH', 'C:N/I:N/A:H'],
  [5.3, 'MEDIUM', 'C:N/I:N/A:L'],
] as const

const versionsOfProduct = 70

const fullName = (at: number) => `Pump ${3000 + Math.floor(at / versionsOfProduct)} 1.${at % versionsOfProduct}`

type Size = {
  vulnerabilities: number
  products: number
  /** What the products are that a vulnerability does not affect. */
  isUnaffected?: (product: number, vulnerability: number) => boolean
}

/** Of each vulnerability the affected products are scored, advised and to be fixed, and the others are not affected. */
export function largeAdvisory({
  vulnerabilities,
  products,
  isUnaffected = (product, vulnerability) => product % 10 === vulnerability % 3,
}: Size): object {
  const written = advisory()
  const ids = Array.from({ length: products }, (_, at) => `P${at}`)
  const lines = Map.groupBy(ids.keys(), (at) => Math.floor(at / versionsOfProduct))
  const branches = Array.from(lines, ([line, members]) => ({
    category: 'product_name',
    name: `Pump ${3000 + line}`,
    branches: members.map((at) => ({
      category: 'product_version',
      name: `1.${at % versionsOfProduct}`,
      product: { name: fullName(at), product_id: ids[at] },
    })),
  }))
  return {
    document: written.document,
    product_tree: { branches: [{ category: 'vendor', name: 'Example Pumps', branches }] },
    vulnerabilities: Array.from({ length: vulnerabilities }, (_, flaw) => {
      const [baseScore, baseSeverity, impact] = scores[flaw % scores.length] ?? scores[0]
      const unaffected = ids.filter((_id, at) => isUnaffected(at, flaw))
      const none = new Set(unaffected)
      const affected = ids.filter((id) => !none.has(id))
      const vectorString = `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/${impact}`
      return {
        cve: `CVE-2026-${10_000 + flaw}`,
        title: `A missing check, number ${flaw + 1}`,
        notes: [{ category: 'description', text: 'The check is missing.' }],
        product_status: { known_affected: affected, known_not_affected: unaffected },
        flags: [{ label: 'component_not_present', product_ids: unaffected }],
        scores: [{ products: affected, cvss_v3: { version: '3.1', vectorString, baseScore, baseSeverity } }],
        threats: [{ category: 'impact', details: baseSeverity, product_ids: affected }],
        remediations: [{ category: 'vendor_fix', details: `Update to 2.${flaw % 5}.`, product_ids: affected }],
      }
    }),
  }
}
