import { formatDay } from '../i18n/format.ts'
import { useBulletinMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Prose } from './Prose.tsx'
import type { SectionProps } from './section.ts'
import table from '../ui/layout/DataTable.module.css'

/** What the publisher changed, and when. */
export function Revisions({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  const language = useLanguage()
  // Microsoft numbers them by their days.
  const areDays = bulletin.revisions.every(({ number, on }) => number === on)
  return (
    <DataTable label={t.revisions} head={[...(areDays ? [] : [t.revisionHead]), t.date, t.revisionSummary]} isStacked>
      <tbody>
        {bulletin.revisions.map(({ number, on, summary }) => (
          <tr key={`${number} ${on}`}>
            <th scope="row" className={table['day']}>
              {areDays ? formatDay(on, language) : number}
            </th>
            {!areDays && <td className={table['day']}>{formatDay(on, language)}</td>}
            <td>
              <Prose text={summary} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
