import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../messages.ts'
import { usePackageMessages } from './messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import type { SectionProps } from '../section.ts'
import table from '../../ui/layout/DataTable.module.css'

/** Which scanners detect that the fix is missing, and what they show. */
export function Detection({ bulletin }: SectionProps) {
  const t = usePackageMessages()
  const pageText = useBulletinMessages()
  return (
    <DataTable label={pageText.detection} head={[t.tool, t.result, t.shows]}>
      <tbody>
        {bulletin.detection.map(({ tool, detects, shows }) => (
          <tr key={tool}>
            <th scope="row" className={table['tight']}>
              {tool}
            </th>
            <td className={table['tight']}>{detects ? t.detects : t.detectsNot}</td>
            <td>{shows !== undefined && <LocalText text={shows} />}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
