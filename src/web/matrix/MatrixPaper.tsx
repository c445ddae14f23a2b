import type { MatrixLine } from '../../domain/matrix/lines.ts'
import { useExportNote } from '../filters/use-export-note.ts'
import { useExportMessages } from '../export/messages.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { HoldGlyph } from '../holds/HoldMark.tsx'
import { PaperNote } from '../ui/PaperNote.tsx'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useMatrixMessages } from './messages.ts'
import { sheetsOf } from './sheets.ts'
import type { LineWords } from './use-lines.ts'
import type { Matrix } from './use-matrix.ts'
import styles from './MatrixPaper.module.css'

type Props = { matrix: Matrix; lines: LineWords }

/** The matrix on paper: the first rows with every column, on as many sheets as they need, each with its title and the heads of its rows. */
export function MatrixPaper({ matrix, lines }: Props) {
  const t = useMatrixMessages()
  const last = matrix.view.lines.filter(({ kind }) => kind === 'row')[maxOnPaper - 1]
  const printed =
    last === undefined ? matrix.view.lines : matrix.view.lines.slice(0, matrix.view.lines.indexOf(last) + 1)
  const cells = new Map(printed.map((line) => [line, lines.cells(line)]))
  const isTold = (line: MatrixLine, column: number) => (cells.get(line)?.[column]?.tone ?? 'absent') !== 'absent'
  const sheets = sheetsOf({ columns: matrix.view.columns, lines: printed }, isTold)
  const all = matrix.rows.source.listOf.length
  return (
    <>
      <PaperNote shown={Math.min(all, maxOnPaper)} of={all} />
      {sheets.map(({ columns, lines: own }, at) => (
        <table key={matrix.view.columns[columns[0] ?? 0]?.key} className={styles['sheet']}>
          <colgroup>
            <col className={styles['heads']} />
            {columns.map((column) => (
              <col key={column} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th colSpan={columns.length + 1} className={styles['title']}>
                <SheetTitle
                  part={at + 1}
                  of={sheets.length}
                  rows={own.filter(({ kind }) => kind === 'row').length}
                  all={all}
                />
              </th>
            </tr>
            <Heads matrix={matrix} columns={columns} />
          </thead>
          <tbody>
            {own.map((line) =>
              line.kind === 'row' ? (
                <tr key={matrix.rows.at(line.row).key}>
                  <th scope="row">
                    <b>{matrix.rows.at(line.row).severity ?? '?'}</b> <b>{lines.title(line.row).name}</b>{' '}
                    <span>{lines.title(line.row).subject}</span>
                  </th>
                  {columns.map((column) => {
                    const cell = cells.get(line)?.[column]
                    return (
                      <td key={column} data-tone={cell?.tone} data-mark={cell?.mark ?? undefined}>
                        <span>
                          {cell?.mark === 'contained' ? t.containedShort : cell?.sign}
                          {cell?.isHeld && <HoldGlyph />}
                        </span>
                      </td>
                    )
                  })}
                </tr>
              ) : (
                <tr key={line.group} className={styles['group']}>
                  <th colSpan={columns.length + 1} scope="rowgroup">
                    {lines.groupName(line.group)}
                  </th>
                </tr>
              ),
            )}
          </tbody>
        </table>
      ))}
    </>
  )
}

function SheetTitle({ part, of, rows, all }: Record<'part' | 'of' | 'rows' | 'all', number>) {
  const language = useLanguage()
  const t = useMatrixMessages()
  const exportText = useExportMessages()
  const { filter, exportedOn } = useExportNote()()
  return (
    <>
      <b>{t.title}</b>{' '}
      {[t.sheet(part, of), t.sheetRows(rows, all), exportText.note(filter, exportedOn)].join(dot(language))}
    </>
  )
}

/** The names of the columns, upright, and what to install in each. */
function Heads({ matrix: { view, names, installs }, columns }: { matrix: Matrix; columns: readonly number[] }) {
  const t = useMatrixMessages()
  return (
    <>
      <tr className={styles['names']}>
        <td />
        {columns.map((column) => {
          const { machines = null } = view.columns[column] ?? {}
          return (
            <th key={column} scope="col">
              <span>
                {names[column]?.full}
                {machines !== null && ` ${t.machines(formatNumber(machines))}`}
              </span>
            </th>
          )
        })}
      </tr>
      <tr className={styles['install']}>
        <th scope="row">{t.install}</th>
        {columns.map((column) => {
          const [id, ...others] = installs[column] ?? []
          return (
            <td key={column}>
              <span>
                {id === undefined
                  ? '—'
                  : others.length > 0 || !/^(KB|MS)\d/.test(id)
                    ? t.kindsShort(others.length + 1)
                    : id}
              </span>
            </td>
          )
        })}
      </tr>
    </>
  )
}
