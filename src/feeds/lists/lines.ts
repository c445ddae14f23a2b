/**
 * The lists of a CSAF directory: `changes.csv` has the path and the moment of the last change of a document a line, the
 * last changed first, by RFC 4180 with or without quotes; `index.txt` has the paths alone.
 */
import Papa from 'papaparse'
import { absolute, type ListBuilder, type FeedEntry } from './list-builder.ts'

/** Hashes beside a document of a directory, the stronger first. */
const besides = (url: string) => ({ urls: [`${url}.sha512`, `${url}.sha256`], isGuess: true })

const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text))

/** The document that a line names; null where it cannot be read. */
function documentOf(line: string, base: string): FeedEntry | null {
  if (line.includes('\uFFFD')) return null
  const { data, errors } = Papa.parse<string[]>(line, { delimiter: ',', newline: '\n' })
  const [path = '', updated = null] = (data[0] ?? []).map((field) => field.trim())
  if (errors.length > 0 || !/^[^\p{Cc}]+\.json$/iu.test(path)) return null
  if (updated !== null && !isMoment(updated)) return null
  const url = absolute(path, base)
  return url === null ? null : { url, updated, hashes: besides(url) }
}

/** How many lines there are, without making them. */
function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Reads the lines; false where not one of them names a document, and the text is no such list. */
export function readLines(text: string, list: ListBuilder): boolean {
  const { documents: atMost } = list.limits
  const lines = text.split(/\r?\n|\r/, atMost)
  let isList = false
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const document = documentOf(line, list.base)
    if (document === null) list.refuse(`line ${at + 1}`, `names no document: ${line.slice(0, 100)}`)
    else list.add(document)
    isList ||= document !== null
  }
  if (isList && lines.length === atMost) list.leaveOut(Math.max(0, countLines(text) - atMost))
  return isList
}
