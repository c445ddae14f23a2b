import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import './DocumentMarks.css'

type Messages = ReturnType<typeof useAdvisoryMessages>
type Props = { status?: keyof Messages['status'] | undefined; tlp?: keyof Messages['tlp'] | undefined }

/** That a document is not final, and that its text may not be passed on to everybody; nothing where neither is so. */
export function DocumentMarks({ status, tlp }: Props) {
  const a = useAdvisoryMessages()
  const d = useDocumentMessages()
  return (
    <>
      {status !== undefined && (
        <b className="document-mark" data-mark="status" title={a.status[status]}>
          {d.document[status]}
        </b>
      )}
      {tlp !== undefined && a.tlp[tlp] !== undefined && (
        <b className="document-mark" data-mark={tlp} title={a.tlp[tlp]}>
          TLP:{tlp}
        </b>
      )}
    </>
  )
}
