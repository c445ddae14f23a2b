import { useState } from 'react'
import { codeOf } from '../lib/api.ts'
import { importCounts, type ImportRecord } from '../../contract/imports.ts'
import { formatMoment } from '../i18n/format.ts'
import { useImportListMessages } from './import-list-messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import table from '../ui/layout/DataTable.module.css'

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
  const t = useImportListMessages()
  const [asked, setAsked] = useState<ImportRecord | null>(null)
  if (imports.length === 0) return <p className="muted">{t.none}</p>
  return (
    <>
      <DataTable label={t.title} head={[t.document, t.when, t.who, t.result, '']}>
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
  const t = useImportListMessages()
  const sourcesText = useSourcesMessages()
  const language = useLanguage()
  const counts = useCounts(record)
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={table['kind']}>{sourcesText.kind[kind]}</span>
      </th>
      <td>{formatMoment(at, language)}</td>
      <td>{source !== null ? t.watched(titleOf(source)) : who === kind ? t.command : who}</td>
      <td>{counts}</td>
      <td>
        {undone !== null && <span className="muted">{t.undone(undone.by, formatMoment(undone.at, language))}</span>}
        {onAsk !== null && (
          <button type="button" className="button" aria-label={t.undoOf(name)} onClick={onAsk}>
            {t.undo}
          </button>
        )}
      </td>
    </tr>
  )
}

/** What an import did to bulletins, in words. */
function useCounts({ counts }: ImportRecord): string {
  const t = useImportListMessages()
  const sourcesText = useSourcesMessages()
  const said = importCounts.filter((outcome) => outcome !== 'unchanged' && counts[outcome] > 0)
  return said.length === 0
    ? t.noBulletin
    : said.map((outcome) => sourcesText.outcome[outcome](counts[outcome])).join('・')
}

type DialogProps = { record: ImportRecord; onUndo: Props['onUndo']; onClose: () => void }

function UndoDialog({ record, onUndo, onClose }: DialogProps) {
  const t = useImportListMessages()
  const common = useCommon()
  const counts = useCounts(record)
  return (
    <QuestionDialog
      title={t.sure(record.name)}
      yes={t.undo}
      onYes={() => onUndo(record.id)}
      onClose={onClose}
      refusal={(error) => (codeOf(error) === 'conflict' ? t.notUndone : common.problem[codeOf(error)])}
    >
      <p>{counts}</p>
      <p>{t.what}</p>
      <p className="muted">{t.stays}</p>
    </QuestionDialog>
  )
}
