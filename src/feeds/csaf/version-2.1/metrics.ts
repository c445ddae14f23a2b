/** What the metrics of a vulnerability say: as scores, as threats in words that are known, and as notes. */
import type { CsafNote, Score, Threat } from '../document.ts'
import { dayOf } from '../../printed.ts'
import { detailNote } from './notes.ts'
import type { Metric, Ssvc } from './document.ts'

/** The decision points of SSVC with what was chosen: `Exploitation: Active`. */
const choicesOf = ({ selections }: Ssvc): string =>
  selections
    .map(({ key, name = key, values }) => `- ${name}: ${values.map((value) => value.name ?? value.key).join(', ')}`)
    .join('\n')

/** SSVC's own decision point "Exploitation" with the one value "Active". */
const isActive = ({ selections }: Ssvc): boolean =>
  selections.some(
    ({ namespace, key, values }) =>
      namespace === 'ssvc' && key === 'E' && values.length === 1 && values[0]?.key === 'A',
  )

/** Something said of some products, with their names where they are not all. */
const ofProducts = (text: string, products: readonly string[], names: ReadonlyMap<string, string>): string =>
  products.length === names.size ? text : `${text}\n\n${products.map((id) => `- ${names.get(id) ?? id}`).join('\n')}`

export function notesOfMetric(
  { products, content: { epss, ssvc_v2: ssvc } }: Metric,
  names: ReadonlyMap<string, string>,
): CsafNote[] {
  return [
    ...(epss === undefined
      ? []
      : [detailNote('EPSS', `${epss.probability} (percentile ${epss.percentile}), ${dayOf(epss.timestamp)}`)]),
    ...(ssvc === undefined
      ? []
      : [detailNote(`SSVC, ${dayOf(ssvc.timestamp)}`, ofProducts(choicesOf(ssvc), products, names))]),
  ]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What its metrics say in words: how severe it is on which products, and that it is exploited. */
export const threatsOfMetric = ({ products, content }: Metric): Threat[] => [
  ...(content.qualitative_severity_rating === undefined
    ? []
    : [
        {
          category: 'impact',
          details: `Severity: ${capital(content.qualitative_severity_rating)}`,
          product_ids: products,
        },
      ]),
  ...(content.ssvc_v2 !== undefined && isActive(content.ssvc_v2)
    ? [{ category: 'exploit_status', details: 'Exploited:Yes', product_ids: products }]
    : []),
]

export function scoresOfMetric({ products, content: { cvss_v2: v2, cvss_v3: v3, cvss_v4: v4 } }: Metric): Score[] {
  if (v2 === undefined && v3 === undefined && v4 === undefined) return []
  return [{ products, ...(v2 && { cvss_v2: v2 }), ...(v3 && { cvss_v3: v3 }), ...(v4 && { cvss_v4: v4 }) }]
}
