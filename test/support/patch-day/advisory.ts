/** A made-up advisory with many products and many vulnerabilities, in CSAF 2.0. */
import { advisory } from '../../feeds/advisory.ts'

export const manyProductsId = 'PUMPS-2026-300'

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

/** An advisory of `products` pumps, each of its `flaws` vulnerabilities in three of four of them. */
export function manyProducts({ products, flaws }: { products: number; flaws: number }) {
  const { document } = advisory()
  const ids = Array.from({ length: products }, (_, number) => `P${number}`)
  const { aggregate_severity: _, ...head } = document
  return {
    document: {
      ...head,
      title: 'Pumps of many sizes can be stopped from afar',
      tracking: {
        ...document.tracking,
        id: manyProductsId,
        initial_release_date: '2026-11-12T09:00:00Z',
        current_release_date: '2026-11-19T09:00:00Z',
        revision_history: [
          { date: '2026-11-12T09:00:00Z', number: '1', summary: 'Initial version' },
          { date: '2026-11-19T09:00:00Z', number: '2', summary: 'More pumps' },
        ],
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Example Pumps',
          branches: ids.map((id, number) => ({
            category: 'product_name',
            name: `Pump ${3000 + number}`,
            branches: [
              {
                category: 'product_version_range',
                name: `vers:generic/<2.${number % 7}`,
                product: { name: `Example Pumps Pump ${3000 + number} <2.${number % 7}`, product_id: id },
              },
            ],
          })),
        },
      ],
    },
    vulnerabilities: Array.from({ length: flaws }, (_, flaw) => {
      const affected = ids.filter((_id, number) => (number + flaw) % 4 !== 0)
      return {
        cve: `CVE-2026-${79_000 + flaw}`,
        title: `Check ${flaw + 1} is missing`,
        notes: [{ category: 'description', text: `Made up for tests. Check ${flaw + 1} of the pump is missing.` }],
        product_status: { known_affected: affected },
        scores: [
          {
            products: affected,
            cvss_v3: { version: '3.1', vectorString: vector, baseScore: 9.8, baseSeverity: 'CRITICAL' },
          },
        ],
        remediations: [{ category: 'vendor_fix', details: 'Update to version 3.', product_ids: affected }],
      }
    }),
  }
}
