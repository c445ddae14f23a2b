import { useExportMessages } from '../export/messages.ts'
import { useExportNote } from './use-export-note.ts'
import styles from './PrintNote.module.css'

/** On paper: what the filter was, and the day. */
export function PrintNote() {
  const exportText = useExportMessages()
  const { filter, exportedOn } = useExportNote()()
  return <p className={styles['print-note']}>{exportText.note(filter, exportedOn)}</p>
}
