import { useBulletinMessages } from './messages.ts'
import { ReferenceLink } from './ReferenceLink.tsx'
import type { SectionProps } from './section.ts'
import styles from './References.module.css'

/** Links to other documents, each with its kind and site. */
export function References({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  return (
    <ul className={styles['references']}>
      {bulletin.references.map((reference) => (
        <li key={reference.url}>
          <span>{t.referenceKinds[reference.kind]}</span>
          <span>
            <ReferenceLink reference={reference} /> <small>{new URL(reference.url).hostname}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
