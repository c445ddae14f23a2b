import type { Triage } from '../../contract/words.ts'
import { triages } from '../../contract/vocabulary.ts'
import { useWords } from '../i18n/words.ts'
import { useTriageMessages } from './messages.ts'
import styles from './StatusChoice.module.css'

type Props = {
  /** Undefined where those that are changed differ. */
  status: Triage | undefined
  hasFocus: boolean
  onChoose: (status: Triage) => void
}

/** The statuses, of which one can be chosen. */
export function StatusChoice({ status, hasFocus, onChoose }: Props) {
  const t = useTriageMessages()
  const words = useWords()
  return (
    <fieldset className={styles['status-choice']}>
      <legend>{t.status}</legend>
      {triages.map((option) => (
        <label key={option} data-status={option} className={styles['option']}>
          <input
            type="radio"
            name="status"
            value={option}
            checked={status === option}
            // The first choice has the focus where none is made yet.
            data-first-focus={(hasFocus && option === (status ?? triages[0])) || undefined}
            onChange={() => onChoose(option)}
          />
          <i aria-hidden />
          {words.triage[option]}
        </label>
      ))}
    </fieldset>
  )
}
