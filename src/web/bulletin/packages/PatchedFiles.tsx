import type { Package } from '../../../contract/bulletin.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { dot, formatDay, formatNumber } from '../../i18n/format.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { SectionProps } from '../section.ts'
import styles from './PatchedFiles.module.css'
import table from '../../ui/layout/DataTable.module.css'

/** The files that each installer replaces, by servicing branch and folder. */
export function PatchedFiles({ bulletin }: SectionProps) {
  const names = useShortPlatformNames()
  const t = usePackageMessages()
  const language = useLanguage()
  return bulletin.packages
    .filter(({ files }) => files.length > 0)
    .map((one) => (
      <article className={styles['patched-files']} key={one.name}>
        <h3>
          {names(one.platforms)}
          <small>{one.name + dot(language) + t.filesCount(one.files.length)}</small>
        </h3>
        <FileTable {...one} />
      </article>
    ))
}

function FileTable({ name, files }: Package) {
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  const language = useLanguage()
  const { folder, file, date, version, size, bytes, role } = t
  const groups = Map.groupBy(files, ({ branch, folder: inside }) => `${branch ?? ''}\n${inside}`)
  return (
    <DataTable
      label={`${pageText.files}: ${name}`}
      head={[folder, file, date, version, `${size} (${bytes})`, role]}
      numeric={[4]}
    >
      {[...groups].map(([key, members]) => (
        <tbody key={key}>
          {members.map((one, position) => (
            <tr key={one.name}>
              {position === 0 && (
                <th scope="rowgroup" rowSpan={members.length}>
                  {one.branch !== null && <b>{one.branch}</b>} <code>{one.folder}</code>
                </th>
              )}
              <th scope="row">
                <code>{one.name}</code>
              </th>
              <td className={table['day']}>{formatDay(one.date, language)}</td>
              <td>{one.version}</td>
              <td className={table['number']}>{formatNumber(one.size)}</td>
              <td className={styles['role']}>{one.role !== undefined && <LocalText text={one.role} />}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  )
}
