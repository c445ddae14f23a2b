/** The parts of a CSAF 2.0 advisory that are read. What the schema has let through has these shapes. */

type Note = { category: string; text: string; title?: string }
type Reference = { category?: string; summary: string; url: string }
type FullProductName = { name: string; product_id: string }
export type Branch = { category: string; name: string; branches?: Branch[]; product?: FullProductName }

export type Remediation = {
  category: string
  details: string
  product_ids?: string[]
  group_ids?: string[]
  url?: string
  restart_required?: { category: string; details?: string }
}

export type Score = {
  products: string[]
  cvss_v2?: { vectorString: string; baseScore: number }
  cvss_v3?: { version: string; vectorString: string; baseScore: number; baseSeverity: string }
}

export type Vulnerability = {
  cve?: string
  ids?: { system_name: string; text: string }[]
  title?: string
  notes?: Note[]
  product_status?: Record<string, string[]>
  references?: Reference[]
  remediations?: Remediation[]
  scores?: Score[]
  threats?: { category: string; details: string; product_ids?: string[] }[]
}

export type Advisory = {
  document: {
    title: string
    lang?: string
    aggregate_severity?: { text: string }
    distribution?: { tlp?: { label: 'WHITE' | 'GREEN' | 'AMBER' | 'RED' } }
    notes?: Note[]
    publisher: { name: string }
    references?: Reference[]
    tracking: {
      id: string
      initial_release_date: string
      current_release_date: string
      version: string
      revision_history: { date: string; number: string; legacy_version?: string; summary: string }[]
    }
  }
  product_tree?: {
    branches?: Branch[]
    full_product_names?: FullProductName[]
    product_groups?: { group_id: string; product_ids: string[] }[]
    relationships?: { full_product_name: FullProductName }[]
  }
  vulnerabilities?: Vulnerability[]
}
