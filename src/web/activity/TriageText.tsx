import type { TriageState } from '../../contract/triage.ts'
import { triageDifference } from '../../domain/triage/change.ts'
import { useRecordMessages } from './messages.ts'
import { useTriageMessages, useTriageText } from '../triage/messages.ts'

type Props = { from: TriageState; to: TriageState }

/** Each field of a state that somebody has set: what it was, and what it is. */
export function TriageText({ from, to }: Props) {
  const [t, triageText, shown] = [useRecordMessages(), useTriageMessages(), useTriageText()]
  return triageDifference(from, to).map((field) => (
    <p key={field}>{t.was(triageText[field], shown(from, field), shown(to, field))}</p>
  ))
}
