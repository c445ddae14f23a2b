import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import type { FlawTable } from './flaw-table.ts'
import { columnLabel } from './FlawHead.tsx'
import { useFlawMessages } from './messages.ts'

type Props = {
  table: FlawTable
  /** Of the columns of one platform, too, whose head says all of it. */
  hasSingles?: boolean
  className?: string | undefined
}

/** The platforms of each column in full. */
export function ColumnNames({ table, hasSingles = false, className }: Props) {
  const { columns, rest } = table
  const t = useFlawMessages()
  const names = usePlatformNames()
  return (
    <dl className={className}>
      {columns
        .filter(({ platforms }) => hasSingles || platforms.length > 1)
        .map((column) => (
          <div key={column.platforms[0]}>
            <dt>{columnLabel(column, table, t)}</dt>
            <dd>{names(column.platforms)}</dd>
          </div>
        ))}
      {rest.length > 0 && (
        <div>
          <dt>{t.restHead(rest.length)}</dt>
          <dd>{names(rest.flatMap(({ platforms }) => platforms))}</dd>
        </div>
      )}
    </dl>
  )
}
