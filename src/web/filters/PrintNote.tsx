import { useMatch } from '@tanstack/react-router'
import { useExportMessages } from '../export/messages.ts'
import { useIsTakenOver } from '../lib/first-view.ts'
import { useExportNote } from './use-export-note.ts'
import { PaperNote } from '../ui/PaperNote.tsx'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { useFirstFiltered } from './use-filtered.tsx'
import styles from './PrintNote.module.css'

/** On paper: what the filter was, the day, and how much of a list there is. */
export function PrintNote() {
  const exportText = useExportMessages()
  const { filter, exportedOn } = useExportNote()()
  const { rows, found } = useFirstFiltered()
  const isTakenOver = useIsTakenOver()
  const isList = useMatch({ from: '/filtered/alerts', shouldThrow: false }) !== undefined
  return (
    <div className={styles['print-note']}>
      <p>{exportText.note(filter, exportedOn)}</p>
      {/* Until then, nobody knows how many of them are drawn. */}
      {isList && isTakenOver && <PaperNote shown={Math.min(rows.length, maxOnPaper)} of={found} />}
    </div>
  )
}
