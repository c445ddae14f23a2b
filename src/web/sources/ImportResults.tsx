import { Link } from '@tanstack/react-router'
import { importOutcomes, type DocumentReport } from '../../contract/imports.ts'
import { useImportListMessages } from './import-list-messages.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { changedIn, isFinished, type QueuedDocument } from './import-queue.ts'
import { ProblemList } from './ProblemList.tsx'
import table from '../ui/layout/DataTable.module.css'
import styles from './ImportResults.module.css'

/** What became of each document. */
export function ImportResults({ documents }: { documents: readonly QueuedDocument[] }) {
  const t = useSourcesMessages()
  const done = documents.filter(isFinished).length
  return (
    <div className={styles['import-results']}>
      <p className={styles['progress']} role="status">
        {t.progress(done, documents.length)}
        {done < documents.length && <progress max={documents.length} value={done} aria-label={t.results} />}
      </p>
      <DataTable label={t.results} head={[t.document, t.result]}>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <th scope="row">
                {document.name}
                {document.state === 'done' && <span className={table['kind']}>{t.kind[document.report.kind]}</span>}
              </th>
              <td>
                <DocumentState document={document} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function DocumentState({ document }: { document: QueuedDocument }) {
  const t = useSourcesMessages()
  const common = useCommon()
  if (document.state === 'waiting') return <span className="muted">{t.waiting}</span>
  if (document.state === 'reading') return t.reading
  if (document.state === 'done') return <Outcome report={document.report} />
  const { code, details } = document.failure
  const [first] = details
  const readAs =
    first?.reason === undefined ? Object.entries(t.kind).find(([kind]) => kind === first?.seems) : undefined
  const why = { ...common.problem, 'too-large': t.tooLarge, unreadable: t.unreadable }[code]
  return (
    <>
      <Pill glyph="✕" tone="bad">
        {code === 'refused' ? t.refused : t.failed}
      </Pill>{' '}
      {code !== 'refused'
        ? why
        : readAs === undefined
          ? t.problems(details.length)
          : t.readAs(readAs[1], details.length)}
      <ProblemList problems={details.map(({ field, ...told }) => ({ place: field, ...told }))} />
    </>
  )
}

/** What came of a document, in words: of its bulletins, or of its entries. */
function useOutcomes({ saved, catalogue, stored, page }: DocumentReport): string[] {
  const t = useSourcesMessages()
  const importListText = useImportListMessages()
  const counts = importOutcomes
    .map((outcome) => [outcome, saved.filter((each) => each.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => t.outcome[outcome](count))
  if (page !== undefined) counts.unshift(`KB${page.kb} ${importListText.page[page.answer](page.issues)}`)
  else if (catalogue === 'stored')
    counts.push(t.stored(stored?.entries ?? 0), ...(saved.length > 0 ? [] : [t.noneChanged]))
  if (catalogue === 'older') counts.push(importListText.catalogue.older)
  return counts
}

function Outcome({ report }: { report: DocumentReport }) {
  const language = useLanguage()
  const { kind, problems, problemCount, warnings } = report
  const t = useSourcesMessages()
  const counts = useOutcomes(report)
  const changed = changedIn(report)
  return (
    <>
      <Pill glyph={problems.length > 0 ? '!' : '✓'} tone={problems.length > 0 ? 'mixed' : 'good'}>
        {counts.length > 0 ? formatList(counts, language) : t.nothing}
      </Pill>
      {problems.length > 0 && ` ${t.problems(problemCount)}`}
      {changed.length > 0 && (
        <details className={styles['changed']} key={kind}>
          <summary className="muted">{t.bulletins(changed.length)}</summary>
          <ul>
            {changed.map((id) => (
              <li key={id}>
                <Link to="/bulletins/$id" params={{ id }} search={{}} className="link">
                  {id}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ProblemList problems={problems} />
      {warnings.length > 0 && (
        <details>
          <summary>{t.warnings(warnings.length)}</summary>
          <ProblemList problems={warnings} />
        </details>
      )}
    </>
  )
}
