import { formatDay } from '../i18n/format.ts'
import { LocalText } from '../i18n/local-text.tsx'
import { useBulletinMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import type { SectionProps } from './section.ts'
import table from '../ui/layout/DataTable.module.css'

/** Products that get no fix because their support has ended, with advice. */
export function Lifecycle({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  const language = useLanguage()
  return (
    <DataTable label={t.lifecycle} head={[t.product, t.endedOn, t.note]}>
      <tbody>
        {bulletin.lifecycle.map(({ product, endedOn, note }) => (
          <tr key={product}>
            <th scope="row">{product}</th>
            <td className={table['day']}>{endedOn === null ? t.notStated : formatDay(endedOn, language)}</td>
            <td>
              <LocalText text={note} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
