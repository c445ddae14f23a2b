/**
 * CSAF 2.1 in the shape of CSAF 2.0, in which advisories are read. What 2.0 has no field for becomes a note, a threat or
 * a relationship that says the same.
 */
import type { Advisory, CsafVulnerability } from '../document.ts'
import type { Advisory21, Vulnerability21 } from './document.ts'
import { notesOfMetric, scoresOfMetric, threatsOfMetric } from './metrics.ts'
import { dayOf } from '../../printed.ts'
import { detailNote } from './notes.ts'
import { productNames, treeOf } from './product-paths.ts'

function vulnerabilityOf(flaw: Vulnerability21, names: ReadonlyMap<string, string>): CsafVulnerability {
  const {
    disclosure_date: disclosed,
    first_known_exploitation_dates: exploitations = [],
    metrics = [],
    notes = [],
    threats = [],
    ...rest
  } = flaw
  const more = [
    ...(disclosed === undefined ? [] : [detailNote('Disclosed', dayOf(disclosed))]),
    ...exploitations.map(({ exploitation_date: on, date }) =>
      detailNote('First known exploitation', `${dayOf(on)} (as of ${dayOf(date)})`),
    ),
    ...metrics.flatMap((metric) => notesOfMetric(metric, names)),
  ]
  const allThreats = [
    ...threats,
    ...exploitations.map(({ date, product_ids: products, group_ids: groups }) => ({
      category: 'exploit_status',
      details: 'Exploited:Yes',
      date,
      ...(products && { product_ids: products }),
      ...(groups && { group_ids: groups }),
    })),
    ...metrics.flatMap(threatsOfMetric),
  ]
  const scores = metrics.flatMap(scoresOfMetric)
  return {
    ...rest,
    ...(notes.length + more.length > 0 && { notes: [...notes, ...more] }),
    ...(allThreats.length > 0 && { threats: allThreats }),
    ...(scores.length > 0 && { scores }),
  }
}

/** An advisory that conforms to CSAF 2.1, as one of CSAF 2.0. */
export function fromCsaf21(advisory: Advisory21): Advisory {
  const { document, vulnerabilities, product_tree: _, ...rest } = advisory
  const names = productNames(advisory)
  const group = document.distribution?.sharing_group
  const more = group === undefined ? [] : [detailNote('Sharing group', group.name ?? group.id)]
  return {
    ...rest,
    document: {
      ...document,
      // What another document takes the place of is withdrawn.
      category: document.category === 'csaf_superseded' ? 'csaf_withdrawn' : document.category,
      ...(more.length > 0 && { notes: [...(document.notes ?? []), ...more] }),
    },
    ...treeOf(advisory),
    ...(vulnerabilities && { vulnerabilities: vulnerabilities.map((flaw) => vulnerabilityOf(flaw, names)) }),
  }
}

/** The addresses of the extensions of a document: what they hold is not read. */
export function extensionsOf(document: unknown): string[] {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'x_extensions') visit(item)
      else if (Array.isArray(item)) for (const { $schema } of item as { $schema: unknown }[]) found.add(String($schema))
    }
  }
  visit(document)
  return [...found]
}
