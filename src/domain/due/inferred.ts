/** What a CVSS vector lets infer of the two facts of SSVC that BOD 26-04 decides by, where no catalogue says them. */
import type { Presence } from '../../contract/words.ts'

/** The metrics of a vector by their names, such as `AV` → `N`; those of 2.0 in its brackets too. */
function metricsOf(vector: string): ReadonlyMap<string, string> {
  const parts = vector.toUpperCase().replaceAll(/[()]/g, '').split('/')
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const [name = '', value] = part.split(':', 2)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

const answer = (is: boolean): Presence => (is ? 'yes' : 'no')

/**
 * Whether attacks can be automated: over the network, without special conditions, privileges or anybody's doing. 4.0 may
 * say it itself (`AU`). Null where the vector lacks one of the metrics.
 */
export function inferredAutomatable(vector: string): Presence | null {
  const metrics = metricsOf(vector)
  const stated = metrics.get('AU')
  if (stated === 'Y' || stated === 'N') if (metrics.has('VC')) return answer(stated === 'Y')
  const asked = [
    [metrics.get('AV'), 'N'],
    [metrics.get('AC'), 'L'],
    // 2.0 has authentication in place of privileges, and nothing about anybody's doing.
    [metrics.get('PR') ?? stated, 'N'],
    ...(metrics.has('PR') ? [[metrics.get('UI'), 'N']] : []),
    ...(metrics.has('VC') ? [[metrics.get('AT'), 'N']] : []),
  ]
  if (asked.some(([value]) => value === undefined)) return null
  return answer(asked.every(([value, worst]) => value === worst))
}

/** Whether the technical impact is total: confidentiality, integrity and availability are lost as far as can be. Null where the vector does not say. */
export function inferredTotal(vector: string): Presence | null {
  const metrics = metricsOf(vector)
  const impacts = ['C', 'I', 'A'].map((name) => metrics.get(`V${name}`) ?? metrics.get(name))
  if (impacts.includes(undefined)) return null
  return answer(impacts.every((value) => value === 'H' || value === 'C'))
}
