import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { useWords } from '../../i18n/words.ts'
import { useFlawMessages } from './messages.ts'
import { useVectorText } from './use-vector-text.ts'

/** The score that counts, what an attack achieves, and how it goes by the vector. */
export function Attack({ assessed: { flaw, cvss } }: { assessed: AssessedFlaw }) {
  const t = useFlawMessages()
  const words = useWords()
  const vectorText = useVectorText('short')
  return (
    <>
      {cvss !== undefined && <b>{cvss.score.toFixed(1)}</b>}{' '}
      {flaw.impact === null ? (cvss === undefined ? t.noScore : '') : words.impact[flaw.impact]}
      {cvss !== undefined && <small>{vectorText(cvss.vector)}</small>}
    </>
  )
}
