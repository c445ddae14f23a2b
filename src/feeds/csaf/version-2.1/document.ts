/** The parts of a CSAF 2.1 advisory that are read, as far as they differ from those of 2.0. */
import type { Advisory, FullProductName, Score, CsafVulnerability } from '../document.ts'

type OfProducts = { product_ids?: string[]; group_ids?: string[] }

export type ProductPath = {
  beginning_product_reference: string
  full_product_name: FullProductName
  subpaths: { category: string; next_product_reference: string }[]
}

export type Ssvc = {
  timestamp: string
  selections: { namespace: string; key: string; name?: string; values: { key: string; name?: string }[] }[]
}

export type Metric = {
  products: string[]
  source?: string
  content: Omit<Score, 'products'> & {
    epss?: { probability: string; percentile: string; timestamp: string }
    ssvc_v2?: Ssvc
    qualitative_severity_rating?: string
  }
}

export type Vulnerability21 = Omit<CsafVulnerability, 'cwe' | 'scores'> & {
  disclosure_date?: string
  first_known_exploitation_dates?: (OfProducts & { date: string; exploitation_date: string })[]
  metrics?: Metric[]
}

/** An advisory of 2.1, as far as it differs and is read. */
export type Advisory21 = Omit<Advisory, 'document' | 'product_tree' | 'vulnerabilities'> & {
  document: Advisory['document'] & {
    distribution?: { sharing_group?: { id: string; name?: string } }
  }
  product_tree?: NonNullable<Advisory['product_tree']> & { product_paths?: ProductPath[] }
  vulnerabilities?: Vulnerability21[]
}
