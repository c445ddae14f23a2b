import { clsx } from 'clsx'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import type { FlawColumn, FlawTable } from './flaw-table.ts'
import { useFlawMessages, type FlawMessages } from './messages.ts'
import styles from './FlawTable.module.css'

/** Whether a column is the only one, for platforms of several families. */
const isOfAll = ({ platforms, head }: FlawColumn, table: FlawTable) =>
  head.families > 0 && platforms.length === table.platforms

/** More versions than these are only counted: the head stays short. */
const maxParts = 3

const partsOf = ({ head: { parts } }: FlawColumn, t: FlawMessages): string =>
  parts.length <= maxParts
    ? parts.join(', ')
    : `${parts.slice(0, maxParts - 1).join(', ')}, ${t.restHead(parts.length - maxParts + 1)}`

/** The name of a column in one line. */
export const columnLabel = (column: FlawColumn, table: FlawTable, t: FlawMessages): string =>
  isOfAll(column, table)
    ? t.allPlatforms(table.platforms)
    : [column.head.name, partsOf(column, t), column.head.families > 0 ? t.restHead(column.head.families) : '']
        .filter((part) => part !== '')
        .join(' ')

/** The heads of the table: only of columns that any row has something for. */
export function FlawHead({ table }: { table: FlawTable }) {
  const { columns, rest, has } = table
  const t = useFlawMessages()
  const names = useShortPlatformNames()
  return (
    <thead>
      <tr>
        <th scope="col">{t.flaw}</th>
        {has.why && (
          <th scope="col" className={styles['why']}>
            {t.why}
          </th>
        )}
        <th scope="col" className={styles['attack']}>
          {t.attack}
        </th>
        {has.epss && (
          <th scope="col" className={styles['number']}>
            {t.epss}
          </th>
        )}
        {has.exploitability && (
          <th scope="col" className={styles['likely']}>
            {t.exploitability}
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.platforms[0]}
            scope="col"
            className={clsx(styles['rating'], !column.isMine && styles['other'])}
            title={names(column.platforms)}
          >
            <div>
              {isOfAll(column, table) ? (
                t.allPlatforms(table.platforms)
              ) : (
                <>
                  {column.head.name}
                  {partsOf(column, t) !== '' && <span> {partsOf(column, t)}</span>}
                  {column.head.families > 0 && <span> {t.restHead(column.head.families)}</span>}
                </>
              )}
            </div>
          </th>
        ))}
        {rest.length > 0 && (
          <th
            scope="col"
            className={clsx(styles['rating'], styles['other'])}
            title={t.restTitle(names(rest.flatMap(({ platforms }) => platforms).slice(0, 20)))}
          >
            {t.restHead(rest.length)}
          </th>
        )}
      </tr>
    </thead>
  )
}
