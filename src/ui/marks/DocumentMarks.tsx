import { useDocumentMessages } from '../../i18n/document-messages.ts'
import './DocumentMarks.css'

type Messages = ReturnType<typeof useDocumentMessages>

type Props = {
  status?: keyof Messages['status'] | undefined
  tlp?: keyof Messages['tlpHint'] | 'WHITE' | 'CLEAR' | undefined
}

/** That a document is not final, and that its text may not be passed on to everybody; nothing where neither is so. */
export function DocumentMarks({ status, tlp }: Props) {
  const m = useDocumentMessages()
  const isRestricted = tlp !== undefined && tlp !== 'WHITE' && tlp !== 'CLEAR'
  return (
    <>
      {status !== undefined && (
        <b className="document-mark" data-mark="status" title={m.statusHint[status]}>
          {m.status[status]}
        </b>
      )}
      {isRestricted && (
        <b className="document-mark" data-mark={tlp} title={m.tlpHint[tlp]}>
          TLP:{tlp}
        </b>
      )}
    </>
  )
}
