import { useState } from 'react'
import { useSourcesMessages } from './messages.ts'
import { FileButton } from '../ui/forms/FileButton.tsx'
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

/** The documents among what was dropped; folders are looked through. */

const isDocument = (name: string) => /\.(xml|jsonl?|csv|gz|html?)$/i.test(name)

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A folder tells of its entries a part at a time, until there are none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (part.length === 0) return entries
    entries.push(...part)
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return isDocument(entry.name) ? [await fileOf(entry as FileSystemFileEntry)] : []
  const below = await entriesOf(entry as FileSystemDirectoryEntry)
  const files = await Promise.all(below.toSorted((a, b) => a.name.localeCompare(b.name)).map(filesBelow))
  return files.flat()
}

/** Must be called before anything is waited for: what was dropped is gone after that. */
async function documentsOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Where the browser knows no entries, there are the files alone.
  if (entries.length === 0) return [...dropped.files].filter(({ name }) => isDocument(name))
  return (await Promise.all(entries.map(filesBelow))).flat()
}
