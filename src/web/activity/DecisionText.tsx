import { aspects, type Assessed, type Verdict } from '../../contract/lab.ts'
import { formatList } from '../i18n/format.ts'
import { useDecisionMessages } from '../decision/messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { verdict: Verdict; note: string; basis: Assessed | null }

/** What was decided, and how the fix was assessed at that time. */
export function DecisionText({ verdict, note, basis }: Props) {
  const t = useActivityMessages()
  const decisionText = useDecisionMessages()
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
            decisionText.assessment[basis.overall],
            formatList(
              aspects.flatMap((of) => {
                const assessed = basis.aspects[of]
                return assessed === undefined
                  ? []
                  : [`${decisionText.aspects[of]} ${decisionText.assessment[assessed]}`]
              }),
              language,
            ),
          )}
        </p>
      )}
    </>
  )
}
