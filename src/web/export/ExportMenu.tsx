import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useExportMessages } from './messages.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import type { ExportTable } from './table.ts'
import styles from './ExportMenu.module.css'

type Props = {
  /** Made when it is wanted. */
  table: () => ExportTable | Promise<ExportTable>
  /** Where the server gives the list as CSV; else the table itself is saved. */
  csvHref?: string
  /** The filter by which feeds and calendars give the list. */
  feed?: string
  /** What the file is of: `matrix`. */
  name: string
}

/** The list of a page to take away: as CSV, or as a Markdown table on the clipboard. */
export function ExportMenu({ table, csvHref, feed, name }: Props) {
  const t = useExportMessages()
  const save = async () => {
    const [{ asCsv }, { saveFile }, content] = await Promise.all([
      import('./csv.ts'),
      import('../lib/save-file.ts'),
      table(),
    ])
    saveFile(asCsv(content), 'text/csv;charset=utf-8', `hotfix-report_${name}_${content.exportedOn}.csv`)
  }
  return (
    <span className={clsx('on-screen', styles['export-menu'])}>
      <CopyButton
        className={styles['copy']}
        text={async () => {
          const [{ asMarkdown }, content] = await Promise.all([import('./table.ts'), table()])
          return asMarkdown(content, t.note(content.filter, content.exportedOn))
        }}
        label={t.markdown}
        done={t.copied}
        failed={t.copyFailed}
      />
      {csvHref === undefined ? (
        <button type="button" className="button" onClick={() => void save()}>
          {t.csv}
        </button>
      ) : (
        <a className="button" href={csvHref} download>
          {t.csv}
        </a>
      )}
      {feed !== undefined && (
        <Link to="/feeds" search={{ filter: feed }} className="button">
          {t.feed}
        </Link>
      )}
    </span>
  )
}
