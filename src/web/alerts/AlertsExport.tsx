import type { Summary } from '../../contract/summary.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useFiltered } from '../filters/use-filtered.ts'
import { stringifySearch } from '../lib/search.ts'
import { useAlertsWording } from './use-alerts-wording.ts'
import type { View } from './views.ts'

/** Takes the list away: what is selected of it, or all; of a table the columns that it has. */
export function AlertsExport({ chosen, view }: { chosen: readonly string[]; view: View }) {
  const wording = useAlertsWording()
  const { filterText, words, language } = wording
  const { columns, platforms, filter, query, rows } = useFiltered()
  const isWhole = chosen.length === 0
  const exported = (): Summary[] => {
    const listed = Array.from(rows, columns.summaryAt)
    return isWhole ? listed : listed.filter(({ id }) => chosen.includes(id))
  }
  return (
    <ExportMenu
      table={async () => {
        const [{ alertsTable, columnsOfFile }, { exportNote }] = await Promise.all([
          import('./alerts-table.ts'),
          import('../filters/use-export-note.ts'),
        ])
        return {
          ...exportNote(filter, platforms, { t: filterText, words, language }),
          ...alertsTable(exported(), wording, columns.overlay.machines, columnsOfFile(view)),
        }
      }}
      name="alerts"
      // A table is taken as it is on the screen; else the server writes it.
      {...(isWhole && view !== 'table' && { csvHref: `/api/bulletins.csv${stringifySearch(query)}` })}
      atomHref={`/api/feed.atom${stringifySearch({ ...query, lang: language })}`}
    />
  )
}
