import { LocalText } from '../../i18n/local-text.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { SectionProps } from './section.ts'

/** Which scanners see that the fix is missing, and what they show then. */
export function Detection({ bulletin }: SectionProps) {
  const { t } = useMessages()
  return (
    <DataTable label={t.bulletin.detection} head={[t.bulletin.tool, t.bulletin.result, t.bulletin.shows]}>
      <tbody>
        {bulletin.detection.map(({ tool, detects, shows }) => (
          <tr key={tool}>
            <th scope="row" className="tight">
              {tool}
            </th>
            <td className="tight">{detects ? t.bulletin.detects : t.bulletin.detectsNot}</td>
            <td>{shows !== undefined && <LocalText text={shows} />}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
