/** What a CVSS vector lets infer of the two facts of SSVC that BOD 26-04 decides by, where no catalogue says them. */
import type { Presence } from '../../contract/words.ts'

/** A vector between slashes, so that each of its metrics is; those of 2.0 without their brackets. */
const slashed = (vector: string): string => `/${vector.toUpperCase().replace('(', '').replace(')', '')}/`

const answer = (is: boolean): Presence => (is ? 'yes' : 'no')

/**
 * Whether attacks can be automated: over the network, without special conditions, privileges or anybody's doing. 4.0 may
 * say it itself (`AU`). Null where the vector lacks one of the metrics.
 */
export function inferredAutomatable(vector: string): Presence | null {
  const metrics = slashed(vector)
  const isFourth = metrics.includes('/VC:')
  if (isFourth && metrics.includes('/AU:Y/')) return 'yes'
  if (isFourth && metrics.includes('/AU:N/')) return 'no'
  // 2.0 has authentication in place of privileges, and nothing about anybody's doing.
  const rights = metrics.includes('/PR:') ? ['PR:N', 'UI:N'] : ['AU:N']
  const asked = ['AV:N', 'AC:L', ...rights, ...(isFourth ? ['AT:N'] : [])]
  if (asked.some((metric) => !metrics.includes(`/${metric.slice(0, 3)}`))) return null
  return answer(asked.every((metric) => metrics.includes(`/${metric}/`)))
}

/** Whether the technical impact is total: confidentiality, integrity and availability are lost as far as can be. Null where the vector does not say. */
export function inferredTotal(vector: string): Presence | null {
  const metrics = slashed(vector)
  const of = metrics.includes('/VC:') ? 'V' : ''
  const impacts = ['C', 'I', 'A'].map((name) => `/${of}${name}:`)
  if (impacts.some((impact) => !metrics.includes(impact))) return null
  return answer(impacts.every((impact) => metrics.includes(`${impact}H/`) || metrics.includes(`${impact}C/`)))
}
