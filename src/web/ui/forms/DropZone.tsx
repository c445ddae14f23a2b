import { useState } from 'react'
import { clsx } from 'clsx'
import { FileButton } from './FileButton.tsx'
import { FormError } from './FormError.tsx'
import styles from './DropZone.module.css'

type Props = {
  /** What to drop, what the button says, what is read, and what to say where nothing of that was dropped. */
  words: { drop: string; choose: string; accepted: string; noFiles: string }
  /** The endings of the files that are read, such as `.csv`. */
  endings: readonly string[]
  onFiles: (files: File[]) => void
}

/** Takes files that are dropped on it or chosen. */
export function DropZone({ words, endings, onFiles }: Props) {
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
      className={clsx('on-screen', styles['drop-zone'])}
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
        void filesIn(event.dataTransfer, endings).then(take)
      }}
    >
      <p>
        <b>{words.drop}</b>
        <FileButton label={words.choose} accept={endings.join(',')} isMultiple onFiles={take} />
      </p>
      <p className="muted">{words.accepted}</p>
      {isEmpty && <FormError>{words.noFiles}</FormError>}
    </div>
  )
}

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

/** The files that are read among what was dropped; folders are looked through. */
async function filesBelow(entry: FileSystemEntry, endings: readonly string[]): Promise<File[]> {
  if (entry.isFile) return isRead(entry.name, endings) ? [await fileOf(entry as FileSystemFileEntry)] : []
  const below = await entriesOf(entry as FileSystemDirectoryEntry)
  const sorted = below.toSorted((a, b) => a.name.localeCompare(b.name))
  return (await Promise.all(sorted.map((each) => filesBelow(each, endings)))).flat()
}

const isRead = (name: string, endings: readonly string[]) =>
  endings.some((ending) => name.toLowerCase().endsWith(ending))

/** Must be called before anything is waited for: what was dropped is gone after that. */
async function filesIn(dropped: DataTransfer, endings: readonly string[]): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Where the browser knows no entries, there are the files alone.
  if (entries.length === 0) return [...dropped.files].filter(({ name }) => isRead(name, endings))
  return (await Promise.all(entries.map((entry) => filesBelow(entry, endings)))).flat()
}
