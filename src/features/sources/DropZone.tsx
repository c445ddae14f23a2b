import { useRef, useState } from 'react'
import { useSourcesMessages } from '../../i18n/sources-messages.ts'
import { documentsOf } from './dropped-files.ts'
import './DropZone.css'

/** Takes documents that are dropped on it or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const s = useSourcesMessages()
  const input = useRef<HTMLInputElement>(null)
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
      className="drop-zone"
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
        <b>{s.drop}</b>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {s.choose}
        </button>
      </p>
      <p className="muted">{s.accepted}</p>
      {isEmpty && (
        <p role="alert" className="hot">
          {s.noFiles}
        </p>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={s.choose}
        accept=".xml,.json,.jsonl"
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) take([...target.files])
          // So that choosing the same file again is a change.
          target.value = ''
        }}
      />
    </div>
  )
}
