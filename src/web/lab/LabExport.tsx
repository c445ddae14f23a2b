import { outcomeOn } from '../../domain/lab/outcome.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useExportNote } from '../filters/use-export-note.ts'
import { useWords } from '../i18n/words.ts'
import { useLabMessages } from './messages.ts'
import type { LabView } from './use-lab-view.ts'

/** The grid as a table: OS editions by bulletins, with the outcome in words. */
export function LabExport({ bulletins, editions }: Pick<LabView, 'bulletins' | 'editions'>) {
  const t = useLabMessages()
  const words = useWords()
  const note = useExportNote()
  const table = () => ({
    ...note(),
    head: [t.edition, ...bulletins.map(({ id }) => id)],
    rows: editions.map(({ name, platform }) => [
      name,
      ...bulletins.map(({ report, appliesTo }) => {
        const outcome = report && outcomeOn(report, name)
        return outcome === null && appliesTo(platform) === false ? t.notFor : words.lab[outcome ?? 'untested']
      }),
    ]),
  })
  return <ExportMenu table={table} name="tests" />
}
