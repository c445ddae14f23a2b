import type { Vulnerability } from '../../../contract/bulletin.ts'
import { saidOfColumn, worstOfColumns } from '../../../domain/matrix/alike-columns.ts'
import { formatShare } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { ratingWords, useWords } from '../../i18n/words.ts'
import { ColumnNames } from './ColumnNames.tsx'
import type { FlawTable } from './flaw-table.ts'
import { columnLabel } from './FlawHead.tsx'
import { shortTitle } from './FlawRow.tsx'
import { useFlawMessages } from './messages.ts'
import styles from './PrintedFlaws.module.css'

/** All vulnerabilities on paper: a line for each, the notable ones first. */
export function PrintedFlaws({ table }: { table: FlawTable }) {
  const { assessed, columns, rest, has } = table
  const t = useFlawMessages()
  const words = useWords()
  const language = useLanguage()
  const ratingOf = (said: ReturnType<typeof saidOfColumn>) =>
    said === undefined ? '–' : ratingWords(said.rating, words)
  // A vulnerability without a title is told by its id alone.
  const titleOf = ({ id, title }: Vulnerability) => {
    const { value } = readText(title, language)
    return value === id ? '' : shortTitle(value)
  }
  return (
    <>
      <p className="muted">{t.printed}</p>
      <table className={styles['printed-flaws']}>
        <thead>
          <tr>
            <th scope="colgroup" colSpan={2}>
              {t.flaw}
            </th>
            {has.why && <th scope="col">{t.why}</th>}
            <th scope="col">CVSS</th>
            {has.epss && <th scope="col">{t.epss}</th>}
            {has.exploitability && <th scope="col">{t.exploitability}</th>}
            {columns.map((column) => (
              <th key={column.platforms[0]} scope="col">
                {columnLabel(column, table, t)}
              </th>
            ))}
            {rest.length > 0 && <th scope="col">{t.restHead(rest.length)}</th>}
          </tr>
        </thead>
        <tbody>
          {assessed.map(({ flaw, context, reasons, cvss }) => (
            <tr key={flaw.id}>
              <th scope="row">{flaw.id}</th>
              <td className={styles['title']}>
                <div>{titleOf(flaw)}</div>
              </td>
              {has.why && <td>{reasons[0] && t.reasons[reasons[0]]}</td>}
              <td>{cvss?.score.toFixed(1) ?? '–'}</td>
              {has.epss && <td>{context.epss === undefined ? '–' : formatShare(context.epss.score)}</td>}
              {has.exploitability && (
                <td>{words.exploitability[flaw.exploitability?.latest ?? flaw.exploitability?.older ?? 'unknown']}</td>
              )}
              {columns.map((column) => (
                <td key={column.platforms[0]}>{ratingOf(saidOfColumn(flaw, column))}</td>
              ))}
              {rest.length > 0 && <td>{ratingOf(worstOfColumns(flaw, rest))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <ColumnNames table={table} className={styles['legend']} />
    </>
  )
}
