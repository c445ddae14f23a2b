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
export async function documentsOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Where the browser knows no entries, there are the files alone.
  if (entries.length === 0) return [...dropped.files].filter(({ name }) => isDocument(name))
  return (await Promise.all(entries.map(filesBelow))).flat()
}
