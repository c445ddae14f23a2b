import { useBulletinMessages } from './messages.ts'
import { ReferenceLink } from './ReferenceLink.tsx'
import type { SectionProps } from './section.ts'
import styles from './References.module.css'

/** Where to read on, each with its kind and the site that it leads to. */
export function References({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  return (
    <ul className={styles['references']}>
      {bulletin.references.map((reference) => (
        <li key={reference.url}>
          <span>{t.kinds.reference[reference.kind]}</span>
          <span>
            <ReferenceLink reference={reference} /> <small>{new URL(reference.url).hostname}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
