import type { TriageState } from '../../contract/triage.ts'
import { triageDifference } from '../../domain/triage/change.ts'
import { useActivityMessages } from './messages.ts'
import { useTriageMessages, useTriageText } from '../triage/messages.ts'

type Props = { from: TriageState; to: TriageState }

/** Each field of the triage state that was changed: its old and its new value. */
export function TriageText({ from, to }: Props) {
  const [t, triageText, shown] = [useActivityMessages(), useTriageMessages(), useTriageText()]
  return triageDifference(from, to).map((field) => (
    <p key={field}>{t.was(triageText[field], shown(from, field), shown(to, field))}</p>
  ))
}
