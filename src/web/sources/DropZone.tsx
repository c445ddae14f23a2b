import { useState } from 'react'
import { useSourcesMessages } from './messages.ts'
import { FileButton } from '../ui/forms/FileButton.tsx'
import { documentsOf } from './dropped-files.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import styles from './DropZone.module.css'

/** Takes documents that are dropped on it or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useSourcesMessages()
  const [isOver, setOver] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const take = (files: File[]) => {
    setEmpty(files.length === 0)
    if (files.length > 0) onFiles(files)
  }
  return (
    // Dropping is a shortcut: the button inside does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['drop-zone']}
      data-drop-zone
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void documentsOf(event.dataTransfer).then(take)
      }}
    >
      <p>
        <b>{t.drop}</b>
        <FileButton label={t.choose} accept=".xml,.json,.jsonl,.csv,.gz,.html,.htm" isMultiple onFiles={take} />
      </p>
      <p className="muted">{t.accepted}</p>
      {isEmpty && <FormError>{t.noFiles}</FormError>}
    </div>
  )
}
