/** Whose document it is: CVRF is written by many, and what the fields hold differs from one to the next. */
import { Unreadable } from '../feed.ts'
import { textOf, type Element } from '../xml.ts'

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
export function checkPublisher(publisher: Element | undefined): void {
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
