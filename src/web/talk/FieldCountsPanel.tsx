import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { FieldCountsLine } from './FieldCountsLine.tsx'
import { useTalkMessages } from './messages.ts'
import { fieldCountsQuery } from './queries.ts'

/** `isShown`: whether a bulletin is one of those looked at; all are where it is absent. */
type Props = { isShown?: (bulletin: string) => boolean }

/** What was reported of each fix from outside the lab, apart from lab results; nothing where nothing was. */
export function FieldCountsPanel({ isShown }: Props) {
  const t = useTalkMessages()
  const language = useLanguage()
  const { data = [] } = useQuery(fieldCountsQuery())
  const shown = data.filter(({ bulletin }) => isShown?.(bulletin) ?? true)
  if (shown.length === 0) return null
  return (
    <Panel id="field-reports" title={t.title} note={t.note}>
      <DataTable label={t.title} head={[t.fix, t.title, t.last]}>
        <tbody>
          {shown.map((counts) => (
            <tr key={counts.bulletin}>
              <td>
                <Link
                  to="/bulletins/$id"
                  params={{ id: counts.bulletin }}
                  search={{}}
                  hash="readiness"
                  className="link"
                >
                  {counts.bulletin}
                </Link>
              </td>
              <td>
                <FieldCountsLine counts={counts} />
              </td>
              <td>{formatMoment(counts.lastAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
