import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { SectionProps } from '../section.ts'
import table from '../../ui/layout/DataTable.module.css'

/** Where the fix appears in a deployment tool, and its name there. */
export function ToolEntries({ bulletin }: SectionProps) {
  const names = usePlatformNames()
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  const { tool, platforms, support, shownAt, shownAs } = t
  return (
    <DataTable label={pageText.tools} head={[tool, platforms, support, shownAt, shownAs]}>
      <tbody>
        {bulletin.consoles.map((entry) => (
          <tr key={`${entry.tool} ${entry.platforms.join(' ')}`}>
            <th scope="row" className={table['tight']}>
              {entry.tool}
            </th>
            <td>{names(entry.platforms)}</td>
            <td className={table['tight']}>{entry.supported ? t.supported : t.unsupported}</td>
            <td>{entry.where !== undefined && <LocalText text={entry.where} />}</td>
            <td>{entry.name !== undefined && <code>{entry.name}</code>}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
