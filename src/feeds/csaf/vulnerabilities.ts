/** From a vulnerability of an advisory to one of a bulletin. */
import type { Vulnerability as OurVulnerability } from '../../contract/bulletin.ts'
import type { Advisory, CsafVulnerability } from './document.ts'
import { customerActionOf, notesOf } from './notes.ts'
import type { Products } from './products.ts'
import { ratingsOf } from './ratings.ts'
import { scoresOf } from './scores.ts'
import { creditOf, inLanguageOf, referencesOf } from './texts.ts'
import { factsOf } from './threats.ts'

const cvePattern = /^CVE-\d{4}-\d{4,}$/
const cwePattern = /^CWE-\d+$/

/** The ids by which a bulletin tells its vulnerabilities apart: a CVE, else an id of the publisher, else the place. */
export function vulnerabilityIds({ document, vulnerabilities = [] }: Advisory): string[] {
  const taken = new Set<string>()
  return vulnerabilities.map(({ cve, ids = [] }, at) => {
    const own = [cve, ...ids.map(({ text }) => text)].find((id) => id !== undefined && !taken.has(id))
    const id = own ?? `${document.tracking.id}#${at + 1}`
    taken.add(id)
    return id
  })
}

function cwesOf({ cwe, cwes = cwe === undefined ? [] : [cwe] }: CsafVulnerability): Pick<OurVulnerability, 'cwes'> {
  const known = cwes.flatMap(({ id, name }) => {
    if (!cwePattern.test(id)) return []
    return [{ id, ...(name.trim() !== '' && { name: name.trim() }) }]
  })
  return known.length > 0 ? { cwes: known } : {}
}

export function vulnerabilityOf(
  advisory: Advisory,
  products: Products,
  flaw: CsafVulnerability,
  id: string,
): OurVulnerability {
  const say = inLanguageOf(advisory)
  const acknowledgements = (flaw.acknowledgments ?? []).flatMap((each) => creditOf(each) ?? []).map(say)
  return {
    id,
    cve: flaw.cve !== undefined && cvePattern.test(flaw.cve) ? flaw.cve : null,
    title: say(flaw.title || id),
    ...factsOf(flaw),
    ...scoresOf(products, flaw),
    ...cwesOf(flaw),
    ...customerActionOf(advisory),
    ...notesOf(advisory, products, flaw),
    ...(acknowledgements.length > 0 && { acknowledgements }),
    references: referencesOf(flaw.references, say),
    ratings: ratingsOf(advisory, products, flaw),
  }
}
