/** The closed vocabularies that documents speak and the first view does not need. The first word of each calls for the most attention. */
export const productStatuses = [
  'under-investigation',
  'first-affected',
  'last-affected',
  'first-fixed',
  'fixed',
  'recommended',
] as const

export const vexReasons = [
  'component-not-present',
  'inline-mitigations-already-exist',
  'vulnerable-code-cannot-be-controlled-by-adversary',
  'vulnerable-code-not-in-execute-path',
  'vulnerable-code-not-present',
] as const

/** The decision points of SSVC, as CISA answers them (Vulnrichment). */
export const ssvcExploitations = ['active', 'poc', 'none'] as const
export const ssvcAutomatables = ['yes', 'no'] as const
export const ssvcImpacts = ['total', 'partial'] as const

export const documentStatuses = ['draft', 'interim', 'withdrawn'] as const

export const tlps = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'WHITE', 'CLEAR'] as const
