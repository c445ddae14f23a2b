import { aspects, type Assessed, type Verdict } from '../../contract/lab.ts'
import { formatList } from '../i18n/format.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useMessages } from '../i18n/messages.ts'
import { useRecordMessages } from './messages.ts'

type Props = { verdict: Verdict; note: string; basis: Assessed | null }

/** What somebody has signed, and how it was assessed when they did. */
export function DecisionText({ verdict, note, basis }: Props) {
  const d = useRecordMessages()
  const m = useLabMessages()
  const { language } = useMessages()
  return (
    <>
      <p>
        {d.decided[verdict]}
        {note !== '' && `: ${note}`}
      </p>
      {basis !== null && (
        <p className="muted">
          {d.signedOn(
            m.assessment[basis.overall],
            formatList(
              aspects.map((of) => `${m.aspects[of]} ${m.assessment[basis.aspects[of]]}`),
              language,
            ),
          )}
        </p>
      )}
    </>
  )
}
