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

type Props = Pick<LabView, 'found' | 'columnOf' | 'editions' | 'outcomeAt' | 'query'>

/**
 * OS editions by bulletins: how installing the fix went, as glyph and word; hatched where it does not apply, blank where it
 * was not tested. A cell leads to the form that records a result, for readers who may only look to the result.
 */
export function LabGrid({ found, columnOf, editions, outcomeAt, query }: Props) {
  const t = useLabMessages()
  const gridText = useGridMessages()
  const words = useWords()
  const may = useMay('analyst')
  const router = useRouter()
  const bulletinHref = (id: string) => `/bulletins/${encodeURIComponent(id)}${stringifySearch(query)}#tests`
  const rowNames = useRowNames(editions)
  const nameOf = (edition: LabRow) => rowNames.get(edition) ?? ''
  const rowsNamed = Map.groupBy(editions, ({ edition }) => edition)
  const rowHref = ({ edition, platform }: LabRow) => {
    const isDouble = (rowsNamed.get(edition)?.length ?? 0) > 1
    return `/tests/all${stringifySearch({ ...query, edition, ...(isDouble && { on: platform }) })}`
  }

  const cell = (edition: LabRow, { id, appliesTo }: LabColumn, href: string): GridCell => {
    const outcome = outcomeAt(edition, id)
    const said = (word: string) => gridText.cell(nameOf(edition), id, word)
    const toRecord = may ? `${href}&record=${encodeURIComponent(id)}` : undefined
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
        columnCount={found.length}
        columnAt={(column) => {
          const { id } = columnOf(found[column] ?? -1)
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
          const href = rowHref(edition)
          return found.slice(first, end).map((column) => cell(edition, columnOf(column), href))
        }}
        onFollow={(href) => router.history.push(href)}
      />
    </div>
  )
}
