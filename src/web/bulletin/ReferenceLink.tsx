import type { Reference } from '../../contract/bulletin.ts'
import { LocalText } from '../i18n/local-text.tsx'

export function ReferenceLink({ reference }: { reference: Reference }) {
  return (
    <a className="link" href={reference.url} rel="noreferrer">
      <LocalText text={reference.title} />
    </a>
  )
}

/** A list of links to other places; nothing where there is none. */
export function ReferenceList({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null
  return (
    <ul className="reference-list">
      {references.map((reference) => (
        <li key={reference.url}>
          <ReferenceLink reference={reference} />
        </li>
      ))}
    </ul>
  )
}
