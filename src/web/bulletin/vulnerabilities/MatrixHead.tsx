import { clsx } from 'clsx'
import type { MatrixColumn, MatrixFamily } from '../../../domain/matrix/merged-columns.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { useBulletinMessages } from '../messages.ts'
import styles from './VulnerabilityMatrix.module.css'

/** Platform families over their versions; a family without versions spans both rows. */
export function MatrixHead({ families }: { families: readonly MatrixFamily[] }) {
  const names = usePlatformNames()
  const t = useBulletinMessages()
  const areVersionsShown = families.some(({ columns }) => columns.some(({ versions }) => versions.length > 0))
  const rows = areVersionsShown ? 2 : 1
  return (
    <thead>
      <tr>
        {[t.vulnerability, t.impact, t.disclosure].map((title) => (
          <th key={title} scope="col" rowSpan={rows} className={title === t.vulnerability ? undefined : styles['wide']}>
            {title}
          </th>
        ))}
        {families.map((family) =>
          isPlain(family) ? (
            <th key={family.id} scope="col" rowSpan={rows} className={styles['rating']}>
              {family.name}
            </th>
          ) : (
            <th key={family.id} scope="colgroup" colSpan={family.columns.length} className={styles['rating']}>
              {family.name}
            </th>
          ),
        )}
      </tr>
      {areVersionsShown && (
        <tr>
          {families
            .filter((family) => !isPlain(family))
            .flatMap(({ columns }) =>
              columns.map((column) => (
                <th
                  key={column.platforms[0]}
                  scope="col"
                  className={clsx(styles['rating'], styles['version'], isShort(column) && styles['whole'])}
                  title={names(column.platforms)}
                >
                  {isLong(column)
                    ? `${column.versions.slice(0, 2).join(' / ')} ${t.more(column.versions.length - 2)}`
                    : versionHeads(column)}
                </th>
              )),
            )}
        </tr>
      )}
    </thead>
  )
}

const isPlain = ({ columns }: MatrixFamily) => columns.length === 1 && columns[0]?.versions.length === 0

/** Whether a column has more versions than fit into its head; they are listed below the table. */
export const isLong = ({ versions }: MatrixColumn) => versions.length > 5

/** Whether the head stays on one line. Longer ones would make the table wider than the page. */
const isShort = (column: MatrixColumn) => versionHeads(column).length <= 12

export const versionHeads = ({ versions }: MatrixColumn) => (versions.length > 0 ? versions.join(' / ') : '–')
