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

/** The rows of vulnerabilities; of many only those in sight. */
export function FlawRows({ flaws, ...props }: Props) {
  if (flaws.length > maxWhole) return <CutRows flaws={flaws} {...props} />
  return flaws.map((assessed) => <Row key={assessed.flaw.id} assessed={assessed} {...props} />)
}

type RowProps = Omit<Props, 'flaws'> & { assessed: AssessedFlaw }

const Row = ({ opened, ...props }: RowProps) => <FlawRow isOpen={opened.has(props.assessed.flaw.id)} {...props} />

/** Spacers above and below are as high as the rows that are not drawn: a long table scrolls as if it were whole. */
function CutRows({ flaws, opened, ...props }: Props) {
  const { box, before, after, measure, positions } = useRowsInSight<HTMLTableSectionElement>({
    count: flaws.length,
    keyOf: (position) => flaws[position]?.flaw.id ?? '',
    usualHeight,
    isWhole: false,
  })
  return (
    <>
      <tbody ref={box} aria-hidden>
        <tr style={{ height: before }} />
      </tbody>
      {positions.map((position) => {
        const assessed = flaws[position]
        return (
          assessed && (
            <FlawRow
              key={assessed.flaw.id}
              isOpen={opened.has(assessed.flaw.id)}
              {...{ assessed, position, measure, ...props }}
            />
          )
        )
      })}
      <tbody aria-hidden>
        <tr style={{ height: after }} />
      </tbody>
    </>
  )
}
