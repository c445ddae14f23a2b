import { LocalText } from '../../i18n/local-text.tsx'
import { useBulletinMessages } from '../../i18n/bulletin-messages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { SectionProps } from './section.ts'

/** Where to look whether the fix is on, and what must stand there. */
export function Verification({ bulletin, names }: SectionProps) {
  const t = useBulletinMessages()
  return (
    <DataTable label={t.verification} head={[t.platforms, t.where, t.expected]}>
      <tbody>
        {bulletin.verification.map(({ platforms, kind, path, expected, note }) => (
          <tr key={`${kind} ${path}`}>
            <th scope="row">{names(platforms)}</th>
            <td>
              <span className="kind">{t.kinds.verification[kind]}</span> <code>{path}</code>
            </td>
            <td>
              {expected !== undefined && <code>{expected}</code>}
              {note !== undefined && (
                <p>
                  <LocalText text={note} />
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
