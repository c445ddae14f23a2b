import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { isAffected } from '../../domain/bulletin/severity.ts'
import { cellsOf, type PlatformColumn, type PlatformGroup } from '../../domain/matrix/platform-columns.ts'
import type { FixState } from '../../contract/fixes.ts'
import { useFixMessages } from '../fixes/messages.ts'
import type { FleetMarks } from '../fixes/use-fleet-fixes.ts'
import { readText } from '../i18n/local-text.tsx'
import { useMatrixMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { GridCell } from '../ui/grid/grid.ts'
import { ratingSaid, type MatrixRating, type MatrixRows, type Said } from './matrix-rows.ts'
import { RowHead } from './RowHead.tsx'
import styles from './PlatformMatrix.module.css'

type Props = {
  by: 'bulletin' | 'vulnerability'
  groups: readonly PlatformGroup[]
  unfolded: readonly PlatformId[]
  onFold: (family: PlatformId) => void
  rows: MatrixRows
  /** The address of a bulletin's table of vulnerabilities. */
  hrefOf: (bulletin: string) => string
  /** The worst rating of each platform over all rows that are not dealt with. */
  worst: ReadonlyMap<PlatformId, Rating>
  /** What is to be installed on our machines; null where that is not known. */
  marks: FleetMarks | null
  platforms: readonly Platform[]
  onFollow: (href: string) => void
}

/** In pixels: room for a version such as `6 SP1`. */
const columnWidth = 52

/** Rows by platforms: the numeral and colour of a severity, hatched where no fix is offered, blank where nothing is on file. */
export function PlatformMatrix({
  by,
  groups,
  unfolded,
  onFold,
  rows,
  hrefOf,
  worst,
  marks,
  platforms,
  onFollow,
}: Props) {
  const t = useMatrixMessages()
  const words = useWords()
  const language = useLanguage()
  const fixText = useFixMessages()
  const columns = groups.flatMap((group) => group.columns)
  const labels = new Map(platforms.map(({ id, label }) => [id, readText(label, language).value]))
  const nameOf = ({ id }: PlatformColumn) => labels.get(id) ?? id
  const said: Record<Said, string> = { ...words.rating, ...t.said }
  const cells = (
    name: string,
    ratings: readonly MatrixRating[],
    shown: readonly PlatformColumn[],
    hrefFor: ((rated: MatrixRating) => string) | null,
    stateIn: (column: PlatformColumn) => FixState | null = () => null,
  ): GridCell[] =>
    cellsOf(ratings, shown).map((rated, at) => {
      const rating = ratingSaid(rated)
      const word = rating === 'absent' && hrefFor === null ? t.nothingOpen : said[rating]
      const isFix = rated !== null && isAffected(rated.rating) && rated.rating !== 'no-fix'
      const mark = isFix ? stateIn(shown[at] ?? none) : null
      return {
        shown: typeof rating === 'number' ? rating : signs[rating],
        said: t.cell(name, nameOf(shown[at] ?? none), mark === null ? word : t.marked(word, fixText.states[mark])),
        tone: String(rating),
        mark: mark ?? undefined,
        href: rated !== null && isAffected(rated.rating) ? hrefFor?.(rated) : undefined,
      }
    })
  const headOf = (column: PlatformColumn) => {
    const name = column.name ?? '–'
    const isOurs = marks?.isOurs(column.platforms) ?? false
    const head = isOurs ? (
      <a href={`/platforms/${column.id}`} data-follow aria-label={fixText.pageTitle(nameOf(column))}>
        {name}
      </a>
    ) : (
      name
    )
    return { key: column.id, head, title: nameOf(column) }
  }
  const sums = [...worst].map(([platform, rating]) => ({ platform, rating }))
  return (
    <div className={styles['platform-matrix']}>
      <DataGrid
        label={t.title}
        corner={t.row[by]}
        groups={groups.map((group) => ({
          key: group.id,
          span: group.columns.length,
          head: <GroupHead group={group} isUnfolded={unfolded.includes(group.id)} onFold={onFold} />,
        }))}
        columnCount={columns.length}
        columnAt={(at) => headOf(columns[at] ?? none)}
        columnWidth={columnWidth}
        rowCount={rows.count}
        rowKey={(row) => rows.at(row).key}
        rowHead={(row) => <RowHead by={by} row={rows.at(row)} hrefOf={hrefOf} />}
        cellsIn={(row, { first, end }) => {
          const { name, bulletins, ratings } = rows.at(row)
          const stateIn = ({ platforms: ids }: PlatformColumn) =>
            by === 'bulletin' ? (marks?.stateOf(bulletins[0] ?? '', ids) ?? null) : null
          const hrefFor = ({ bulletin = bulletins[0] ?? '' }: MatrixRating) => hrefOf(bulletin)
          return cells(name, ratings, columns.slice(first, end), hrefFor, stateIn)
        }}
        summary={{
          head: <span title={t.worstHint}>{t.worst}</span>,
          cellsIn: ({ first, end }) => cells(t.worst, sums, columns.slice(first, end), null),
        }}
        onFollow={onFollow}
      />
    </div>
  )
}

const none: PlatformColumn = { id: '', name: null, platforms: [] }

/** The signs of ratings without a numeral. */
const signs = {
  unrated: '?',
  'under-investigation': '…',
  'no-fix': '—',
  none: '·',
  fixed: '✓',
  recommended: '✓',
  absent: null,
}

type HeadProps = { group: PlatformGroup; isUnfolded: boolean; onFold: (family: PlatformId) => void }

/** The name of a family; a button where it has more platforms than columns. */
function GroupHead({ group: { id, name, canUnfold }, isUnfolded, onFold }: HeadProps) {
  const t = useMatrixMessages()
  const short = name.replace(/^Windows (?=Server)/, '')
  if (!canUnfold && !isUnfolded) return <span title={name}>{short}</span>
  const label = isUnfolded ? t.fold(name) : t.unfold(name)
  return (
    <button
      type="button"
      className={styles['fold']}
      title={label}
      aria-expanded={isUnfolded}
      aria-label={label}
      onClick={() => onFold(id)}
    >
      {short} <span aria-hidden>{isUnfolded ? '−' : '+'}</span>
    </button>
  )
}
