import { aspects, type Assessed, type Verdict } from '../../contract/lab.ts'
import { formatList } from '../i18n/format.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useRecordMessages } from './messages.ts'

type Props = { verdict: Verdict; note: string; basis: Assessed | null }

/** What somebody has signed, and how it was assessed when they did. */
export function DecisionText({ verdict, note, basis }: Props) {
  const t = useRecordMessages()
  const labText = useLabMessages()
  const language = useLanguage()
  return (
    <>
      <p>
        {t.decided[verdict]}
        {note !== '' && `: ${note}`}
      </p>
      {basis !== null && (
        <p className="muted">
          {t.signedOn(
            labText.assessment[basis.overall],
            formatList(
              aspects.map((of) => `${labText.aspects[of]} ${labText.assessment[basis.aspects[of]]}`),
              language,
            ),
          )}
        </p>
      )}
    </>
  )
}
