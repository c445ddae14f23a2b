/**
 * The parts of a CSAF advisory that are read, in the shape of CSAF 2.0: what the schema has let through has these shapes.
 * An advisory of another version is brought into this shape first; the fields that only 2.1 has are marked.
 */

export type CsafNote = { category: string; text: string; title?: string }
type CsafReference = { category?: string; summary: string; url: string }
export type FullProductName = { name: string; product_id: string }
export type Branch = { category: string; name: string; branches?: Branch[]; product?: FullProductName }

/** A product on, in or with another one: `full_product_name` is both together. */
export type Relationship = {
  category: string
  product_reference: string
  relates_to_product_reference: string
  full_product_name: FullProductName
}

/** What is said of some products; without any named it is said of all. */
type OfProducts = { product_ids?: string[]; group_ids?: string[] }

export type Remediation = OfProducts & {
  category: string
  details: string
  date?: string
  entitlements?: string[]
  url?: string
  restart_required?: { category: string; details?: string }
}

export type Threat = OfProducts & { category: string; details: string; date?: string }
type Flag = OfProducts & { label: string; date?: string }

type Scored = { version: string; vectorString: string; baseScore: number }
type Rated = Scored & { baseSeverity: string }

export type Score = {
  products: string[]
  cvss_v2?: Scored & { temporalScore?: number }
  cvss_v3?: Rated & { temporalScore?: number }
  /** Of 2.1. */
  cvss_v4?: Rated
}

export type Acknowledgment = { names?: string[]; organization?: string; summary?: string; urls?: string[] }

export type CsafVulnerability = {
  acknowledgments?: Acknowledgment[]
  cve?: string
  cwe?: { id: string; name: string }
  /** Of 2.1, in place of `cwe`. */
  cwes?: { id: string; name: string }[]
  flags?: Flag[]
  ids?: { system_name: string; text: string }[]
  title?: string
  notes?: CsafNote[]
  product_status?: Record<string, string[]>
  references?: CsafReference[]
  remediations?: Remediation[]
  scores?: Score[]
  threats?: Threat[]
}

export type Advisory = {
  document: {
    category: string
    csaf_version: string
    title: string
    lang?: string
    source_lang?: string
    acknowledgments?: Acknowledgment[]
    aggregate_severity?: { text: string; namespace?: string }
    distribution?: { text?: string; tlp?: { label: 'WHITE' | 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED' } }
    notes?: CsafNote[]
    publisher: { category: string; name: string; namespace: string }
    references?: CsafReference[]
    tracking: {
      id: string
      aliases?: string[]
      status: string
      initial_release_date: string
      current_release_date: string
      version: string
      revision_history: { date: string; number: string; legacy_version?: string; summary: string }[]
    }
  }
  product_tree?: {
    branches?: Branch[]
    full_product_names?: FullProductName[]
    product_groups?: { group_id: string; product_ids: string[]; summary?: string }[]
    relationships?: Relationship[]
  }
  vulnerabilities?: CsafVulnerability[]
}
