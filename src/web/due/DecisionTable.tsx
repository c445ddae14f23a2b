import type { DueDecision, DecidingFact } from '../../contract/due.ts'
import { bodFacts } from '../../domain/due/decision-table.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { useDueMessages } from './messages.ts'
import styles from './DuePanel.module.css'

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Behind every day. */
const never = '9999'

/** What BOD 26-04 asks for each vulnerability, and by which facts; the most pressing first. */
export function DecisionTable({ decisions }: { decisions: readonly DueDecision[] }) {
  const t = useDueMessages()
  const language = useLanguage()
  const inOrder = decisions.toSorted((a, b) => compare(a.on ?? never, b.on ?? never))
  return (
    <details className="printed-open">
      <summary>{t.decisions}</summary>
      <DataTable
        label={t.decisions}
        head={[t.vulnerability, t.asks, ...bodFacts.map((fact) => t.facts[fact])]}
        className={styles['decisions']}
      >
        <tbody>
          {inOrder.map((decision) => (
            <tr key={decision.cve}>
              <th scope="row">{decision.cve}</th>
              <td>
                {t.outcome[decision.outcome]}
                {decision.on !== null && <small>{formatDay(decision.on, language)}</small>}
              </td>
              {bodFacts.map((fact) => (
                <td key={fact}>
                  <Value fact={decision[fact]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  )
}

/** A fact, and where it comes from: what was inferred or set is marked as such. */
function Value({ fact: { value, basis } }: { fact: DecidingFact }) {
  const t = useDueMessages()
  return (
    <>
      {t.value[value]}
      {t.basis[basis] !== '' && <small>{t.basis[basis]}</small>}
    </>
  )
}
