import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { SectionProps } from '../section.ts'
import table from '../../ui/layout/DataTable.module.css'

/** The installers: their platforms, and their names in Windows Update. */
export function Downloads({ bulletin }: SectionProps) {
  const names = useShortPlatformNames()
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  const language = useLanguage()
  const { file, platforms, updateName, version, date, size, bytes } = t
  return (
    <DataTable
      label={pageText.downloads}
      head={[file, platforms, updateName, version, date, `${size} (${bytes})`]}
      numeric={[5]}
    >
      <tbody>
        {bulletin.packages.map((one) => (
          <tr key={`${one.name} ${one.platforms.join(' ')}`}>
            <th scope="row">
              {one.url === undefined ? (
                one.name
              ) : (
                <a className="link" href={one.url} rel="noreferrer">
                  {one.name}
                </a>
              )}
            </th>
            <td>{names(one.platforms)}</td>
            <td>{one.updateName !== undefined && <LocalText text={one.updateName} />}</td>
            <td>
              {one.version}
              {one.fixedBuild !== undefined && (
                <p className="muted">
                  {t.fixedBuild} {one.fixedBuild}
                </p>
              )}
            </td>
            <td className={table['day']}>{one.date !== undefined && formatDay(one.date, language)}</td>
            <td className={table['number']}>{one.size !== undefined && formatNumber(one.size)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
