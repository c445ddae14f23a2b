import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import type { FlawTable } from './flaw-table.ts'
import { useRowsInSight } from '../../ui/layout/use-rows-in-sight.ts'
import { FlawRow } from './FlawRow.tsx'

/** Of more rows than this only those in sight are drawn. */
const maxWhole = 40

/** In pixels, until a row is measured. */
const usualHeight = 64

type Props = {
  bulletin: string
  flaws: readonly AssessedFlaw[]
  table: FlawTable
  opened: ReadonlySet<string>
  onToggle: (id: string) => void
}

/**
 * The rows of vulnerabilities; of many only those in sight. Spacers above and below are as high as the rows that are not
 * drawn: a long table scrolls as if it were whole.
 */
export function FlawRows({ flaws, opened, ...props }: Props) {
  const isWhole = flaws.length <= maxWhole
  const { box, before, after, measure, positions } = useRowsInSight<HTMLTableSectionElement>({
    count: flaws.length,
    keyOf: (position) => flaws[position]?.flaw.id ?? '',
    usualHeight,
    isWhole,
  })
  return (
    <>
      {!isWhole && (
        <tbody ref={box} aria-hidden>
          <tr style={{ height: before }} />
        </tbody>
      )}
      {positions.map((position) => {
        const assessed = flaws[position]
        if (assessed === undefined) return null
        const { id } = assessed.flaw
        const place = isWhole ? {} : { position, measure }
        return <FlawRow key={id} isOpen={opened.has(id)} {...{ assessed, ...place, ...props }} />
      })}
      {!isWhole && (
        <tbody aria-hidden>
          <tr style={{ height: after }} />
        </tbody>
      )}
    </>
  )
}
