import type { FixState } from '../../contract/fixes.ts'
import { isAffected } from '../../domain/bulletin/severity.ts'
import type { CoverageCount } from '../../domain/fleet/coverage.ts'
import type { Rating } from '../../contract/words.ts'
import { useFixMessages } from '../fixes/messages.ts'
import { formatNumber } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { ratingSaid, signs, type MatrixCell, type MatrixRating, type Said } from './cells.ts'
import { useMatrixMessages } from './messages.ts'

/** From as many machines as this on a share tells more than a number. */
const fewMachines = 5

/** What a cell shows, and what is read out. */
export function useCellWords() {
  const t = useMatrixMessages()
  const words = useWords()
  const fixes = useFixMessages()
  const said: Record<Said, string> = { ...words.rating, ...t.said }

  const shareOf = (count: CoverageCount | null | undefined, isShort: boolean): string | null => {
    if (!count) return null
    const left = count.of - count.applied
    if (left > 0 && left <= fewMachines) return isShort ? t.leftShort(formatNumber(left)) : t.left(formatNumber(left))
    return isShort ? `${percentOf(count)}%` : t.coverage(percentOf(count))
  }

  return {
    shareOf,
    /** A cell of a row. `note`: what a wide cell of ours says beside the numeral. */
    row(
      name: string,
      platform: string,
      rated: MatrixRating | null,
      state: FixState | null,
      note: string | null,
    ): MatrixCell {
      const rating = ratingSaid(rated)
      const hasFix = rated !== null && isAffected(rated.rating) && rated.rating !== 'no-fix'
      const mark = hasFix ? state : null
      const word = mark === null ? said[rating] : t.marked(said[rating], fixes.states[mark])
      return {
        tone: String(rating),
        mark,
        sign: typeof rating === 'number' ? String(rating) : signs[rating],
        note,
        said: t.cell(name, platform, note === null || mark !== 'install' ? word : t.marked(word, note)),
      }
    },
    /** A cell of a folded row: the worst in it. */
    fold(name: string, platform: string, rating: Rating | null, isContained: boolean): MatrixCell {
      const is = rating ?? 'absent'
      const mark = rating === null || rating === 'no-fix' ? null : isContained ? 'contained' : 'alternative'
      return {
        tone: String(is),
        mark,
        sign: typeof is === 'number' ? String(is) : signs[is],
        note: null,
        said: t.cell(name, platform, said[is]),
      }
    },
  }
}

/** Never 100 as long as one is left. */
const percentOf = ({ applied, of }: CoverageCount) => Math.floor((applied * 100) / Math.max(of, 1))
