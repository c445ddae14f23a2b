import type { FixState } from '../../contract/fixes.ts'
import { severities, urgencies } from '../../contract/vocabulary.ts'
import type { FoldName, MatrixLine, RowGroup } from '../../domain/matrix/lines.ts'
import { cellsOf, worstIn } from '../../domain/matrix/rows.ts'
import { useMachineHolds } from '../holds/HoldMark.tsx'
import { useAlertsMessages } from '../alerts/messages.ts'
import { whyText } from '../alerts/why-text.ts'
import { useHoldMarkMessages } from '../holds/mark-messages.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useWords } from '../i18n/words.ts'
import { monthName } from '../../words/releases.ts'
import { stateIn as triageIn } from '../triage/queries.ts'
import type { MatrixCell } from './cells.ts'
import { useMatrixMessages } from './messages.ts'
import { rowTitle } from './row-title.ts'
import { useCellWords } from './use-cell-words.ts'
import type { Matrix } from './use-matrix.ts'

/** A cell, and the bulletin that it leads to; null where it leads nowhere. */
export type LineCell = MatrixCell & {
  bulletin: string | null
  /** Whether a fix that is for machines of ours must not be deployed on some of them. */
  isHeld?: boolean
}

/** What the lines of a matrix say, made when they are drawn. */
export type LineWords = ReturnType<typeof useLines>

export function useLines({ by, rows, view, names, own, stateIn, coverage, states }: Matrix) {
  const t = useMatrixMessages()
  const words = useWords()
  const language = useLanguage()
  const cellWords = useCellWords()
  const alertText = useAlertsMessages()
  const holdsOf = useMachineHolds()
  const hold = useHoldMarkMessages()
  const { columns } = view
  const fullName = (column: number) => names[column]?.full ?? ''

  const groupName = (group: RowGroup) =>
    own.length === 0 && (group === 'urgent' || group === 'others')
      ? t.groupsWithoutFleet[by][group]
      : t.groups[by][group]

  function foldName(name: FoldName): string {
    if ('month' in name) return t.containedOf(monthName(name.month, language))
    const severity = severities.find((each) => each === name.rank)
    const urgency = urgencies.find((each) => each === name.rank) ?? 'unrated'
    const part = parts.find((each) => each === name.part) ?? 'others'
    return t.foldName(severity === undefined ? words.urgency[urgency] : words.severity[severity], t.parts[part])
  }

  /** The note beside the numeral in a column of our own machines. */
  function noteIn(bulletin: string, column: number, state: FixState | null): string | null {
    if (by !== 'bulletin' || columns[column]?.kind !== 'own' || state === null) return null
    if (state === 'alternative') return t.alternative
    if (state === 'contained') return t.contained
    const { status } = triageIn(states, bulletin)
    return cellWords.shareOf(coverage.get(bulletin), true) ?? (status === 'new' ? t.unhandled : words.triage[status])
  }

  function cells(line: MatrixLine): readonly LineCell[] {
    if (line.kind === 'group') return []
    if (line.kind === 'fold') {
      const name = `${foldName(line.by)} ${t.count(line.rows.length)}`
      const isContained = 'month' in line.by
      return worstIn(rows.source, line.rows, view.of, columns.length).map((rating, column) => ({
        ...cellWords.fold(name, fullName(column), rating, isContained),
        ...(isContained && rating !== null && columns[column]?.kind === 'own' && { note: t.contained }),
        bulletin: null,
      }))
    }
    const { name, bulletins, ratings } = rows.at(line.row)
    return cellsOf(ratings, columns, view.of).map((rated, column) => {
      const bulletin = rated?.bulletin ?? bulletins[0] ?? ''
      const state = rated === null || by !== 'bulletin' ? null : stateIn(bulletin, column)
      const cell = cellWords.row(name, fullName(column), rated, state, noteIn(bulletin, column, state))
      const { kind = 'others', id: platform = '' } = columns[column] ?? {}
      const isHeld = cell.mark !== null && kind === 'own' && holdsOf({ bulletin, platform }).length > 0
      return {
        ...cell,
        ...(isHeld && { isHeld, said: t.marked(cell.said, hold.short) }),
        bulletin: rated === null || rated.rating === 'none' ? null : bulletin,
      }
    })
  }

  return {
    groupName,
    groupHint: (group: RowGroup) => (by === 'bulletin' || group === 'others' ? t.groupHints[group] : ''),
    foldName,
    cells,
    /** The first reasons why it comes first, in the words of its card; who says that it is exploited, the card tells. */
    why: (row: number): string =>
      rows
        .at(row)
        .why.slice(0, maxReasons)
        .map((reason) =>
          reason.code === 'exploited' ? words.exploit.exploited : whyText(reason, alertText, words, language),
        )
        .join(dot(language)),
    title(row: number): { name: string; subject: string; lang: string } {
      const { name, title } = rows.at(row)
      if (by === 'bulletin') return rowTitle(name, title, language)
      const { value, language: lang } = readText(title, language)
      return { name, subject: value, lang }
    },
  }
}

/** More than these have no room beside a title. */
const maxReasons = 2

const parts = ['server', 'client', 'unknown', 'application', 'linux', 'others'] as const
