import type { MatrixColumn, MatrixFamily } from '../../../domain/matrix/merged-columns.ts'
import { useBulletinMessages } from '../messages.ts'
import type { PlatformNames } from '../../i18n/platform-names.ts'

/** Families over their versions; a family that needs no versions stands alone. */
export function MatrixHead({ families, names }: { families: readonly MatrixFamily[]; names: PlatformNames }) {
  const t = useBulletinMessages()
  const areVersionsShown = families.some(({ columns }) => columns.some(({ versions }) => versions.length > 0))
  const rows = areVersionsShown ? 2 : 1
  return (
    <thead>
      <tr>
        {[t.vulnerability, t.impact, t.disclosure].map((title) => (
          <th key={title} scope="col" rowSpan={rows} className={title === t.vulnerability ? undefined : 'wide'}>
            {title}
          </th>
        ))}
        {families.map((family) =>
          isPlain(family) ? (
            <th key={family.id} scope="col" rowSpan={rows} className="rating">
              {family.name}
            </th>
          ) : (
            <th key={family.id} scope="colgroup" colSpan={family.columns.length} className="rating">
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
                  className={isShort(column) ? 'rating version whole' : 'rating version'}
                  title={names(column.platforms)}
                >
                  {isLong(column)
                    ? `${column.versions.slice(0, 2).join(' / ')} ${t.more(column.versions.length - 2)}`
                    : versionsOf(column)}
                </th>
              )),
            )}
        </tr>
      )}
    </thead>
  )
}

const isPlain = ({ columns }: MatrixFamily) => columns.length === 1 && columns[0]?.versions.length === 0

/** Whether a column speaks for more versions than its head has room for; they are told below the table. */
export const isLong = ({ versions }: MatrixColumn) => versions.length > 5

/** Whether the head is better not broken into lines: a longer one would make the table wider than the page. */
const isShort = (column: MatrixColumn) => versionsOf(column).length <= 12

export const versionsOf = ({ versions }: MatrixColumn) => (versions.length > 0 ? versions.join(' / ') : '–')
