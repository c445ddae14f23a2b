import type { LabReport } from '../../contract/lab.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Outcome } from '../../contract/words.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { outcomeOn } from '../../domain/lab/outcome.ts'
import { useTestsMessages } from './tests-messages.ts'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { GridCell } from '../ui/grid/grid.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import './LabGrid.css'
import { useWords, type Words } from '../i18n/words.ts'

type Props = {
  editions: readonly Edition[]
  bulletinCount: number
  /**
   * The number of a bulletin, what the lab knows of it (null where it has not tested it), and whether its fix applies to a
   * platform (null where that cannot be told).
   */
  bulletinAt: (column: number) => {
    id: string
    href: string
    report: LabReport | null
    appliesTo: (platform: PlatformId) => boolean | null
  }
  /** Where a result of a bulletin on an edition is recorded; null for who may only look. */
  recordHref: ((bulletin: string, edition: string) => string) | null
  onFollow: (href: string) => void
}

/** In pixels: room for a glyph and a word. */
const columnWidth = 106

/** OS editions by bulletins: how applying the fix went, as glyph and word; hatched where it does not apply, blank where it was not tried. */
export function LabGrid({ editions, bulletinCount, bulletinAt, recordHref, onFollow }: Props) {
  const t = useTestsMessages()
  const words = useWords()
  const cell = (edition: Edition, column: number): GridCell => {
    const { id, href, report, appliesTo } = bulletinAt(column)
    const outcome = report && outcomeOn(report, edition.name)
    const said = (word: string) => t.cell(edition.name, id, word)
    const toRecord = recordHref?.(id, edition.name)
    if (outcome !== null)
      return { shown: shown(outcome, words), said: said(words.lab[outcome]), tone: outcome, href: toRecord ?? href }
    if (appliesTo(edition.platform) === false)
      return { shown: t.notFor, said: said(t.notFor), tone: 'not-for', href: toRecord }
    return { shown: null, said: said(words.lab.untested), tone: 'untested', href: toRecord }
  }
  return (
    <div className="lab-grid">
      <DataGrid
        label={t.title}
        corner={t.edition}
        columnCount={bulletinCount}
        columnAt={(column) => {
          const { id, href } = bulletinAt(column)
          return { key: id, head: <HeadLink id={id} href={href} /> }
        }}
        columnWidth={columnWidth}
        rowCount={editions.length}
        rowKey={(row) => editions[row]?.name ?? ''}
        rowHead={(row) => <span title={editions[row]?.name}>{editions[row]?.name}</span>}
        cellsIn={(row, { first, end }) => {
          const edition = editions[row]
          if (edition === undefined) return []
          return Array.from({ length: end - first }, (_, position) => cell(edition, first + position))
        }}
        onFollow={onFollow}
      />
    </div>
  )
}

const HeadLink = ({ id, href }: { id: string; href: string }) => (
  <a href={href} data-follow>
    {id}
  </a>
)

const shown = (outcome: Outcome, words: Words) => `${outcomeGlyphs[outcome]} ${words.lab[outcome]}`
