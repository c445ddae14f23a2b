import { useRouter } from '@tanstack/react-router'
import type { LabRow } from '../../domain/lab/rows.ts'
import { useWords } from '../i18n/words.ts'
import { useMay } from '../lib/me.ts'
import { stringifySearch } from '../lib/search.ts'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { GridCell } from '../ui/grid/grid.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { useGridMessages } from './grid-messages.ts'
import { useLabMessages } from './messages.ts'
import type { LabColumn, LabView } from './use-lab-view.ts'
import { useRowNames } from './use-row-names.ts'
import styles from './LabGrid.module.css'

/** In pixels: room for a glyph and a word. */
const columnWidth = 106

const noColumn: LabColumn = { id: '', report: null, appliesTo: () => null }

/**
 * OS editions by bulletins: how installing the fix went, as glyph and word; hatched where it does not apply, blank where it
 * was not tested. A cell leads to the form that records a result, for readers who may only look to the result.
 */
export function LabGrid({ bulletins, editions, outcomeAt, query }: Omit<LabView, 'issues'>) {
  const t = useLabMessages()
  const gridText = useGridMessages()
  const words = useWords()
  const may = useMay('analyst')
  const router = useRouter()
  const bulletinHref = (id: string) => `/bulletins/${encodeURIComponent(id)}${stringifySearch(query)}#tests`
  const recordHref = (record: string, { edition, platform }: LabRow) =>
    `/tests/all${stringifySearch({ ...query, record, edition, ...(isDouble(edition) && { on: platform }) })}`
  const rowNames = useRowNames(editions)
  const nameOf = (edition: LabRow) => rowNames.get(edition) ?? ''
  const isDouble = (name: string) => editions.filter(({ edition }) => edition === name).length > 1

  const cell = (edition: LabRow, column: number): GridCell => {
    const { id, appliesTo } = bulletins[column] ?? noColumn
    const outcome = outcomeAt(edition, id)
    const said = (word: string) => gridText.cell(nameOf(edition), id, word)
    const toRecord = may ? recordHref(id, edition) : undefined
    if (outcome !== null) {
      const word = words.lab[outcome]
      return {
        shown: `${outcomeGlyphs[outcome]} ${word}`,
        said: said(word),
        tone: outcome,
        href: toRecord ?? bulletinHref(id),
      }
    }
    if (appliesTo(edition.platform) === false)
      return { shown: t.notFor, said: said(t.notFor), tone: 'not-for', href: toRecord }
    return { shown: null, said: said(words.lab.untested), tone: 'untested', href: toRecord }
  }
  return (
    <div className={styles['lab-grid']}>
      <DataGrid
        label={t.title}
        corner={gridText.edition}
        columnCount={bulletins.length}
        columnAt={(column) => {
          const { id } = bulletins[column] ?? noColumn
          const head = (
            <a href={bulletinHref(id)} data-follow title={id}>
              {id}
            </a>
          )
          return { key: id, head }
        }}
        columnWidth={columnWidth}
        rowCount={editions.length}
        rowKey={(row) => `${editions[row]?.edition} ${editions[row]?.platform}`}
        rowHead={(row) => {
          const name = editions[row] && nameOf(editions[row])
          return <span title={name}>{name}</span>
        }}
        cellsIn={(row, { first, end }) => {
          const edition = editions[row]
          if (edition === undefined) return []
          return Array.from({ length: end - first }, (_, position) => cell(edition, first + position))
        }}
        onFollow={(href) => router.history.push(href)}
      />
    </div>
  )
}
