import { useState } from 'react'
import { codeOf } from '../lib/api.ts'
import { importCounts, type ImportRecord } from '../../contract/imports.ts'
import { formatMoment } from '../i18n/format.ts'
import { useImportListMessages } from './import-list-messages.ts'
import { useMessages } from '../i18n/messages.ts'
import { useSourcesMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'

type Props = {
  /** The newest first. */
  imports: readonly ImportRecord[]
  /** What a watched source is called. */
  titleOf: (source: string) => string
  mayUndo: boolean
  onUndo: (id: number) => Promise<unknown>
}

/** What has come in last, and a way to take it out again. */
export function ImportList({ imports, titleOf, mayUndo, onUndo }: Props) {
  const m = useImportListMessages()
  const [asked, setAsked] = useState<ImportRecord | null>(null)
  if (imports.length === 0) return <p className="muted">{m.none}</p>
  return (
    <>
      <DataTable label={m.title} head={[m.document, m.when, m.who, m.result, '']}>
        <tbody>
          {imports.map((each) => (
            <ImportRow
              key={each.id}
              record={each}
              titleOf={titleOf}
              onAsk={mayUndo && each.canBeUndone ? () => setAsked(each) : null}
            />
          ))}
        </tbody>
      </DataTable>
      {asked !== null && <UndoDialog record={asked} onUndo={onUndo} onClose={() => setAsked(null)} />}
    </>
  )
}

type RowProps = { record: ImportRecord; titleOf: Props['titleOf']; onAsk: (() => void) | null }

function ImportRow({ record, titleOf, onAsk }: RowProps) {
  const { name, kind, at, who, source, undone } = record
  const m = useImportListMessages()
  const s = useSourcesMessages()
  const { language } = useMessages()
  const counts = useCounts(record)
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="kind">{s.kind[kind]}</span>
      </th>
      <td>{formatMoment(at, language)}</td>
      <td>{source !== null ? m.watched(titleOf(source)) : who === kind ? m.command : who}</td>
      <td>{counts}</td>
      <td>
        {undone !== null && <span className="muted">{m.undone(undone.by, formatMoment(undone.at, language))}</span>}
        {onAsk !== null && (
          <button type="button" className="button" aria-label={m.undoOf(name)} onClick={onAsk}>
            {m.undo}
          </button>
        )}
      </td>
    </tr>
  )
}

/** What an import did to bulletins, in words. */
function useCounts({ counts }: ImportRecord): string {
  const m = useImportListMessages()
  const s = useSourcesMessages()
  const said = importCounts.filter((outcome) => outcome !== 'unchanged' && counts[outcome] > 0)
  return said.length === 0 ? m.noBulletin : said.map((outcome) => s.outcome[outcome](counts[outcome])).join('・')
}

type DialogProps = { record: ImportRecord; onUndo: Props['onUndo']; onClose: () => void }

function UndoDialog({ record, onUndo, onClose }: DialogProps) {
  const m = useImportListMessages()
  const { t } = useMessages()
  const counts = useCounts(record)
  return (
    <QuestionDialog
      title={m.sure(record.name)}
      yes={m.undo}
      onYes={() => onUndo(record.id)}
      onClose={onClose}
      refusal={(error) => (codeOf(error) === 'conflict' ? m.notUndone : t.problem[codeOf(error)])}
    >
      <p>{counts}</p>
      <p>{m.what}</p>
      <p className="muted">{m.stays}</p>
    </QuestionDialog>
  )
}
