/** Microsoft's monthly document, CVRF 1.1, as it is: nothing joined, nothing judged. */
import type { Platform } from '../../contract/platform.ts'
import { Unreadable } from '../feed.ts'
import { platformOf } from '../platforms/product-name.ts'
import { eachChildOfRoot, textOf, type Element } from '../xml.ts'
import { dayOf } from '../printed.ts'
import { readVulnerability, type CvrfVulnerability } from './vulnerability-element.ts'

export type CvrfDocument = {
  /** `2025-Jun`. */
  id: string
  publishedOn: string
  /** `CurrentReleaseDate` as printed. It runs backwards at times, and revisions after it are printed. */
  releasedAt: string
  platforms: ReadonlyMap<string, Platform>
  vulnerabilities: readonly CvrfVulnerability[]
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
 * @throws Unreadable where it is no CVRF of Microsoft's, or lacks what everything hangs on: its id, its date, a product
 * that is named
 */
export function readCvrfDocument(text: string): CvrfDocument {
  let [id, publishedOn, releasedAt] = ['', '', '']
  let publisher: Element | undefined
  const platforms = new Map<string, Platform>()
  const vulnerabilities: CvrfVulnerability[] = []
  const root = eachChildOfRoot(text, (element) => {
    if (element.name === 'DocumentPublisher') publisher = element
    else if (element.name === 'DocumentTracking') {
      id = textOf(element, 'Identification', 'ID')
      publishedOn = dayOf(textOf(element, 'InitialReleaseDate'))
      releasedAt = textOf(element, 'CurrentReleaseDate')
    } else if (element.name === 'ProductTree') {
      // The name in the tree comes with its branches; the flat list after it only repeats it.
      eachProduct(element, [], (product, platform) => {
        if (!platforms.has(product)) platforms.set(product, platform)
      })
    } else if (element.name === 'Vulnerability') vulnerabilities.push(readVulnerability(element))
  })
  if (root !== 'cvrfdoc') throw new Unreadable('root element', `expected a cvrfdoc, found ${root}`)
  checkPublisher(publisher)
  if (id === '') throw new Unreadable('DocumentTracking/Identification/ID', 'is missing')
  if (![publishedOn, dayOf(releasedAt)].every((day) => /^\d{4}-\d\d-\d\d$/.test(day)))
    throw new Unreadable('DocumentTracking', 'InitialReleaseDate and CurrentReleaseDate must be dates')
  for (const { id: flaw, severities, impacts, fixes } of vulnerabilities) {
    const named = [...severities.keys(), ...impacts.keys(), ...fixes.flatMap(({ products }) => products)]
    const unknown = named.find((product) => !platforms.has(product))
    if (unknown !== undefined) throw new Unreadable(`Vulnerability ${flaw}`, `names the unknown product ${unknown}`)
  }
  return { id, publishedOn, releasedAt, platforms, vulnerabilities }
}

const nameLength = 120

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Microsoft signs by the address and the name of its response center. */
const isMicrosoft = (contact: string, authority: string) =>
  /@microsoft\.com$/i.test(contact) || /^(?:The )?Microsoft\b/i.test(authority)

/**
 * Makes sure that a document is Microsoft's.
 *
 * @throws Unreadable where it is another publisher's, with their name, or where it names none
 */
function checkPublisher(publisher: Element | undefined): void {
  const [contact = '', authority = ''] = ['ContactDetails', 'IssuingAuthority'].map((name) =>
    tidy(textOf(publisher, name)),
  )
  if (isMicrosoft(contact, authority)) return
  const name = authority || contact || (publisher?.attributes['VendorID'] ?? '')
  const by =
    name === ''
      ? 'does not say whose it is'
      : `is by ${name.length > nameLength ? `${name.slice(0, nameLength)}…` : name}`
  throw new Unreadable('DocumentPublisher', `only Microsoft's CVRF is read: this one ${by}`)
}
