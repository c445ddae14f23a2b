import type { Bulletin } from '../../../contract/bulletin.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { Fact } from './Fact.tsx'
import { useBulletinMessages } from '../messages.ts'
import styles from './SourceFact.module.css'

/** Which document the bulletin was read from: its version, its status, who may see it, and when it was retrieved. */
export function SourceFact({ source }: Pick<Bulletin, 'source'>) {
  const t = useBulletinMessages()
  const words = useWords()
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const language = useLanguage()
  const { kind, document, version, releasedAt, status, tlp, retrievedAt } = source
  return (
    <Fact name={t.source} tone="plain">
      {words.source[kind]}
      <br />
      <span className={styles['document']}>{document}</span>
      {version !== undefined && releasedAt !== undefined && (
        <>
          <br />
          {t.documentVersion(version, formatDay(releasedAt.slice(0, 10), language))}
        </>
      )}
      {status !== undefined && (
        <>
          <br />
          {documentWords.document[status]}: {advisoryWords.status[status]}
        </>
      )}
      {tlp !== undefined && (
        <>
          <br />
          TLP:{tlp}
          {advisoryWords.tlp[tlp] !== undefined && ` (${advisoryWords.tlp[tlp]})`}
        </>
      )}
      {retrievedAt !== null && (
        <>
          <br />
          {t.retrieved(formatDay(retrievedAt.slice(0, 10), language))}
        </>
      )}
    </Fact>
  )
}
