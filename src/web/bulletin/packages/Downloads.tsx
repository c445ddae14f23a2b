import type { ReactNode } from 'react'
import type { Package } from '../../../contract/bulletin.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { SectionProps } from '../section.ts'
import table from '../../ui/layout/DataTable.module.css'

type Column = {
  head: string
  look?: 'day' | 'number'
  /** Undefined where nothing is told. */
  cell: (one: Package) => ReactNode
}

/** The installers: their platforms, and their names in Windows Update. What is told of none has no column. */
export function Downloads({ bulletin: { packages } }: SectionProps) {
  const names = useShortPlatformNames()
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  const language = useLanguage()
  const all: Column[] = [
    { head: t.platforms, cell: ({ platforms }) => names(platforms) },
    { head: t.updateName, cell: ({ updateName }) => updateName && <LocalText text={updateName} /> },
    { head: t.version, cell: ({ version }) => version },
    { head: t.fixedBuild, cell: ({ fixedBuild }) => fixedBuild },
    { head: t.date, look: 'day', cell: ({ date }) => date && formatDay(date, language) },
    {
      head: `${t.size} (${t.bytes})`,
      look: 'number',
      cell: ({ size }) => (size === undefined ? size : formatNumber(size)),
    },
  ]
  const columns = all.filter(({ cell }) => packages.some((one) => cell(one) !== undefined))
  const numeric = columns.flatMap(({ look }, at) => (look === 'number' ? [at + 1] : []))
  return (
    <DataTable
      label={pageText.downloads}
      head={[t.file, ...columns.map(({ head }) => head)]}
      numeric={numeric}
      isStacked
    >
      <tbody>
        {packages.map((one) => (
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
            {columns.map(({ head, look, cell }) => (
              <td key={head} data-head={head} className={look && table[look]}>
                {cell(one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
