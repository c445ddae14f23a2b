import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import styles from './DocumentMarks.module.css'

type Messages = ReturnType<typeof useAdvisoryMessages>
type Props = { status?: keyof Messages['status'] | undefined; tlp?: keyof Messages['tlp'] | undefined }

/** That a document is not final, and that its text may not be passed on to everybody; nothing where neither is so. */
export function DocumentMarks({ status, tlp }: Props) {
  const t = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  return (
    <>
      {status !== undefined && (
        <b className={styles['document-mark']} data-mark="status" title={t.status[status]}>
          {documentWords.document[status]}
        </b>
      )}
      {tlp !== undefined && t.tlp[tlp] !== undefined && (
        <b className={styles['document-mark']} data-mark={tlp} title={t.tlp[tlp]}>
          TLP:{tlp}
        </b>
      )}
    </>
  )
}
