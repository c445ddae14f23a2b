/** Microsoft's monthly document, CVRF 1.1, as it stands: nothing joined, nothing judged. */
import type { Platform } from '../../contract/platform.ts'
import { Unreadable } from '../feed.ts'
import { platformOf } from '../platforms/product-name.ts'
import { childOf, childrenOf, eachChildOfRoot, textOf, type Element } from '../xml.ts'
import { kindOf } from './words.ts'

export type Fix = {
  /** A KB number, or what stands in place of one: `Click to Run`. */
  label: string
  kind: string
  url: string
  restart: string
  /** As printed: `4499408; 4503867`, `MS16-110, 3187754`. */
  supersedes: string
  fixedBuild: string
  products: readonly string[]
}

export type Vulnerability = {
  id: string
  title: string
  /** HTML. */
  description: string
  /** HTML. */
  mitigations: readonly string[]
  /** By product id, as printed. */
  severities: ReadonlyMap<string, string>
  impacts: ReadonlyMap<string, string>
  /** `Publicly Disclosed:No;Exploited:No;…` */
  exploitStatus: string
  scores: readonly { product: string; score: string; vector: string }[]
  fixes: readonly Fix[]
  knownIssues: readonly { kb: string; url: string; products: readonly string[] }[]
  revisions: readonly { on: string; text: string }[]
}

export type Document = {
  /** `2025-Jun`. */
  id: string
  publishedOn: string
  updatedOn: string
  platforms: ReadonlyMap<string, Platform>
  vulnerabilities: readonly Vulnerability[]
}

/** The calendar day that a moment starts with: Microsoft writes midnight of its own day, with a zone or without. */
const dayOf = (moment: string): string => moment.slice(0, 10)

const productsOf = (element: Element): string[] => childrenOf(element, 'ProductID').map(({ text }) => text.trim())

/** What the threats of a type say of each product. */
const byProduct = (threats: readonly Element[], type: string): Map<string, string> =>
  new Map(
    threats
      .filter(({ attributes }) => attributes['Type'] === type)
      .flatMap((threat) => productsOf(threat).map((product) => [product, textOf(threat, 'Description')] as const)),
  )

function readFix(element: Element): Fix {
  return {
    label: textOf(element, 'Description'),
    kind: kindOf(textOf(element, 'SubType')),
    url: textOf(element, 'URL'),
    restart: textOf(element, 'RestartRequired'),
    supersedes: textOf(element, 'Supercedence'),
    fixedBuild: textOf(element, 'FixedBuild'),
    products: productsOf(element),
  }
}

function readVulnerability(element: Element): Vulnerability {
  const threats = childrenOf(childOf(element, 'Threats'), 'Threat')
  const remediations = childrenOf(childOf(element, 'Remediations'), 'Remediation')
  const ofType = (...types: string[]) => remediations.filter((each) => types.includes(each.attributes['Type'] ?? ''))
  const exploit = threats.find(({ attributes }) => attributes['Type'] === 'Exploit Status')
  const description = childrenOf(childOf(element, 'Notes'), 'Note').find(
    ({ attributes }) => attributes['Type'] === 'Description',
  )
  return {
    id: textOf(element, 'CVE'),
    title: textOf(element, 'Title'),
    description: description?.text ?? '',
    mitigations: ofType('Mitigation', 'Workaround').map((each) => childOf(each, 'Description')?.text ?? ''),
    severities: byProduct(threats, 'Severity'),
    impacts: byProduct(threats, 'Impact'),
    exploitStatus: textOf(exploit, 'Description'),
    scores: childrenOf(childOf(element, 'CVSSScoreSets'), 'ScoreSet').flatMap((each) =>
      productsOf(each).map((product) => ({
        product,
        score: textOf(each, 'BaseScore'),
        vector: textOf(each, 'Vector'),
      })),
    ),
    fixes: ofType('Vendor Fix').map(readFix),
    knownIssues: ofType('Known Issue').map((each) => ({
      kb: textOf(each, 'Description'),
      url: textOf(each, 'URL'),
      products: productsOf(each),
    })),
    revisions: childrenOf(childOf(element, 'RevisionHistory'), 'Revision').map((each) => ({
      on: dayOf(textOf(each, 'Date')),
      text: textOf(each, 'Description'),
    })),
  }
}

/** Every product name of a tree, with the names of the branches that lead to it. */
function eachProduct(element: Element, path: readonly string[], visit: (id: string, platform: Platform) => void): void {
  for (const child of element.children) {
    if (child.name === 'Branch') eachProduct(child, [...path, child.attributes['Name'] ?? ''], visit)
    else if (child.name === 'FullProductName')
      visit(child.attributes['ProductID'] ?? '', platformOf({ name: child.text, path }))
  }
}

/**
 * Reads a document.
 *
 * @throws Unreadable where it is no CVRF, or lacks what everything hangs on: its id, its date, a product that is named
 */
export function readDocument(text: string): Document {
  let [id, publishedOn, updatedOn] = ['', '', '']
  const platforms = new Map<string, Platform>()
  const vulnerabilities: Vulnerability[] = []
  const root = eachChildOfRoot(text, (element) => {
    if (element.name === 'DocumentTracking') {
      id = textOf(element, 'Identification', 'ID')
      publishedOn = dayOf(textOf(element, 'InitialReleaseDate'))
      updatedOn = dayOf(textOf(element, 'CurrentReleaseDate'))
    } else if (element.name === 'ProductTree') {
      // The name in the tree comes with its branches; the flat list after it only repeats it.
      eachProduct(element, [], (product, platform) => {
        if (!platforms.has(product)) platforms.set(product, platform)
      })
    } else if (element.name === 'Vulnerability') vulnerabilities.push(readVulnerability(element))
  })
  if (root !== 'cvrfdoc') throw new Unreadable('root element', `expected a cvrfdoc, found ${root}`)
  if (id === '') throw new Unreadable('DocumentTracking/Identification/ID', 'is missing')
  if (!/^\d{4}-\d\d-\d\d$/.test(publishedOn) || !/^\d{4}-\d\d-\d\d$/.test(updatedOn))
    throw new Unreadable('DocumentTracking', 'InitialReleaseDate and CurrentReleaseDate must be dates')
  for (const { id: flaw, severities, impacts, fixes } of vulnerabilities) {
    const named = [...severities.keys(), ...impacts.keys(), ...fixes.flatMap(({ products }) => products)]
    const unknown = named.find((product) => !platforms.has(product))
    if (unknown !== undefined) throw new Unreadable(`Vulnerability ${flaw}`, `names the unknown product ${unknown}`)
  }
  return { id, publishedOn, updatedOn, platforms, vulnerabilities }
}
