import type { DueDays } from '../../contract/due.ts'
import { dueDays as limits } from '../../contract/limits.ts'
import { environments, urgencies } from '../../contract/vocabulary.ts'
import { useWords } from '../i18n/words.ts'
import { Field } from '../ui/forms/Field.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { usePolicyMessages } from './messages.ts'
import styles from './PolicyPage.module.css'

type Props = {
  days: DueDays
  /** Null where they cannot be changed here. */
  onChange: ((days: DueDays) => void) | null
}

/** How many days each urgency leaves on servers and clients; an empty cell leaves no day. */
export function DaysTable({ days, onChange }: Props) {
  const t = usePolicyMessages()
  const words = useWords()
  return (
    <DataTable label={t.days} head={[t.urgency, ...environments.map((each) => words.environment[each])]}>
      <tbody>
        {urgencies.map((urgency) => (
          <tr key={urgency}>
            <th scope="row">{words.urgency[urgency]}</th>
            {environments.map((environment) => {
              const value = days[urgency][environment]
              const set = (next: number | null) =>
                onChange?.({ ...days, [urgency]: { ...days[urgency], [environment]: next } })
              return (
                <td key={environment}>
                  {onChange === null ? (
                    (value ?? t.noDay)
                  ) : (
                    <Field
                      label={t.cell(words.urgency[urgency], words.environment[environment])}
                      isLabelHidden
                      limits={limits}
                      className={styles['days']}
                    >
                      {(control) => (
                        <input
                          {...control}
                          type="number"
                          placeholder={t.noDay}
                          value={value ?? ''}
                          onChange={({ target }) =>
                            set(Number.isInteger(target.valueAsNumber) ? target.valueAsNumber : null)
                          }
                        />
                      )}
                    </Field>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
