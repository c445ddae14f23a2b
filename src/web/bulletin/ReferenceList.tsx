import type { Reference } from '../../contract/bulletin.ts'
import { ReferenceLink } from './ReferenceLink.tsx'
import styles from './ReferenceList.module.css'

/** A list of links; nothing where there are none. */
export function ReferenceList({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null
  return (
    <ul className={styles['reference-list']}>
      {references.map((reference) => (
        <li key={reference.url}>
          <ReferenceLink reference={reference} />
        </li>
      ))}
    </ul>
  )
}
