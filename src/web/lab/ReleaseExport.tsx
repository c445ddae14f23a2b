import type { TestGrid } from '../../contract/lab-grid.ts'
import { releaseName } from '../../words/releases.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { dayNow } from '../lib/clock.tsx'
import { useGridMessages } from './grid-messages.ts'
import { useLabMessages } from './messages.ts'

/** The grid as a table: a line for each fix on an OS edition. */
export function ReleaseExport({ grid }: { grid: TestGrid }) {
  const t = useGridMessages()
  const lab = useLabMessages()
  const language = useLanguage()
  const kinds = new Map(grid.kinds.map(({ key, name, line }) => [key, name ?? t.lines[line]]))
  const table = () => ({
    filter: releaseName(grid.release ?? '', language),
    exportedOn: dayNow(),
    head: [lab.platforms, t.edition, t.machines, t.kind, lab.bulletin, t.outcome, t.by, t.on, lab.issues],
    rows: grid.editions.flatMap(({ label, edition, machines, cells }) =>
      cells.map(({ kind, bulletin, outcome, by, on, issues }) => [
        readText(label, language).value,
        edition,
        machines === null ? '' : String(machines),
        kinds.get(kind) ?? '',
        bulletin,
        outcome === null ? t.untestedWord : t.shown[outcome],
        by ?? '',
        on ?? '',
        String(issues),
      ]),
    ),
  })
  return <ExportMenu table={table} name="tests" />
}
