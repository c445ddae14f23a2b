/** A support page as its titles and its first section on known issues: what is before, behind or said again is left out. */
import { visitTokens } from '../html/tokens.ts'
import { bodyWriter, type Body } from './body.ts'
import { isIssuesHeading, partOf, plain, type PartKind } from './words.ts'

/** An issue as it is written: HTML by what it is about. A title of null is one that has none. */
export type WrittenIssue = { title: string | null; parts: Map<PartKind, Body> }

export type WrittenPage = {
  language: 'ja' | 'en'
  /** The title of the document, and that of the article. */
  titles: string[]
  /** What the page says of itself where readers do not see it, by name. */
  meta: Map<string, string>
  canonical: string | null
  /** Null where there is no section on known issues. `prose`: what is in it beside issues. */
  section: { issues: WrittenIssue[]; prose: Body } | null
}

type Attributes = ReadonlyMap<string, string>

const isHeading = (name: string) => /^h[1-6]$/.test(name)
const hasClass = (attributes: Attributes, name: string) => (attributes.get('class') ?? '').split(/\s+/).includes(name)

/** A title or a label that is being read; `from`: where it begins in the text around it. */
type Caught = { tag: string; text: string; isIssue: boolean; from: { body: Body; length: number } | null }

/** Reads the section on known issues, while it is open. */
function sectionReader() {
  const section: NonNullable<WrittenPage['section']> = { issues: [], prose: bodyWriter() }
  let issue: WrittenIssue | null = null
  let part: PartKind = 'symptom'
  let table: { rows: Body[][]; depth: number } | null = null

  function body(): Body {
    const cell = table?.rows.at(-1)?.at(-1)
    if (cell !== undefined) return cell
    if (issue === null) return section.prose
    const known = issue.parts.get(part) ?? bodyWriter()
    issue.parts.set(part, known)
    return known
  }

  function begin(title: string | null) {
    issue = { title, parts: new Map() }
    part = 'symptom'
    section.issues.push(issue)
  }

  /** Rows under heads that are labels are issues; of any other table the words stay. */
  function endTable(rows: readonly Body[][]) {
    const [heads = [], ...others] = rows
    const kinds = heads.map((head) => partOf(head.words()))
    if (!kinds.includes('symptom')) {
      for (const cell of rows.flat()) body().add(cell)
      return
    }
    for (const row of others) {
      const parts = new Map<PartKind, Body>()
      for (const [at, cell] of row.entries()) {
        const kind = kinds[at] ?? 'other'
        const known = parts.get(kind)
        if (known === undefined) parts.set(kind, cell)
        else known.add(cell)
      }
      section.issues.push({ title: null, parts })
    }
  }

  return {
    section,
    body,
    begin,
    end: () => void (issue = null),
    /** What comes next is about this. A symptom that is under no title begins an issue of its own. */
    label(kind: PartKind) {
      const isNew = issue === null || (issue.title === null && kind === 'symptom' && issue.parts.has('symptom'))
      if (isNew) begin(null)
      part = kind
    },
    start(name: string) {
      if (name === 'table') {
        if (table === null) table = { rows: [], depth: 0 }
        table.depth += 1
      } else if (table?.depth === 1 && name === 'tr') table.rows.push([])
      else if (table?.depth === 1 && (name === 'td' || name === 'th')) table.rows.at(-1)?.push(bodyWriter())
    },
    stop(name: string) {
      if (name !== 'table' || table === null) return
      table.depth -= 1
      if (table.depth > 0) return
      const { rows } = table
      table = null
      endTable(rows)
    },
  }
}

/** Reads a page as far as its known issues go. It takes time in proportion to its length, however it nests. */
export function writtenPage(html: string): WrittenPage {
  const page: WrittenPage = { language: 'en', titles: [], meta: new Map(), canonical: null, section: null }
  const now: Now = { open: null, caught: null, details: 0 }
  /** Where words go: nowhere outside of the section, and in a title only there. */
  const body = () => (now.caught !== null && now.caught.from === null ? undefined : now.open?.reader.body())
  visitTokens(html, {
    start(name, attributes) {
      if (name === 'details') now.details += 1
      if (now.caught === null || name === 'meta' || name === 'link') startOf(page, now, name, attributes)
    },
    text(value) {
      if (now.caught !== null) now.caught.text += value
      body()?.write(value)
    },
    end(name) {
      body()?.end(name)
      const { caught } = now
      if (caught?.tag === name) {
        now.caught = null
        endOf(page, now, caught)
      }
      if (name === 'details') {
        now.details = Math.max(0, now.details - 1)
        if (now.details === 0) now.open?.reader.end()
      }
      now.open?.reader.stop(name)
    },
  })
  return page
}

/** Where the reading is: in the section, in a title or a label, and in how many elements that fold. */
type Now = {
  open: { reader: ReturnType<typeof sectionReader>; level: number } | null
  caught: Caught | null
  details: number
}

function startOf(page: WrittenPage, now: Now, name: string, attributes: Attributes) {
  if (name === 'html' && /^ja\b/i.test(attributes.get('lang') ?? '')) page.language = 'ja'
  else if (name === 'meta') {
    const key = attributes.get('name') ?? attributes.get('property')
    if (key !== undefined) page.meta.set(key.toLowerCase(), attributes.get('content')?.trim() ?? '')
  } else if (name === 'link' && attributes.get('rel') === 'canonical') page.canonical = attributes.get('href') ?? null
  else if (name === 'title' || name === 'summary' || isHeading(name))
    now.caught = { tag: name, text: '', isIssue: hasClass(attributes, 'ocpExpandoHead'), from: null }
  else if (now.open !== null) {
    const { reader } = now.open
    const body = reader.body()
    if (name === 'b' || name === 'strong')
      now.caught = { tag: name, text: '', isIssue: false, from: { body, length: body.length() } }
    reader.start(name)
    reader.body().start(name, attributes)
  }
}

/** What a title or a label begins. */
function endOf(page: WrittenPage, now: Now, { tag, text: words, isIssue, from }: Caught) {
  const text = plain(words)
  const { open, details } = now
  if (tag === 'title' || tag === 'h1') page.titles.push(text)
  else if (open === null) {
    const begins = isHeading(tag) && page.section === null && !isIssue && isIssuesHeading(text)
    if (!begins) return
    now.open = { reader: sectionReader(), level: Number(tag.slice(1)) }
    page.section = now.open.reader.section
  } else if (from !== null) {
    const kind = partOf(text)
    if (kind === null) return
    from.body.cut(from.length)
    open.reader.label(kind)
  } else if (isIssue || (tag === 'summary' && details === 1)) open.reader.begin(text)
  else if (tag === 'summary') open.reader.body().write(text)
  else if (details === 0 && Number(tag.slice(1)) <= open.level) now.open = null
  else {
    const kind = partOf(text)
    if (kind !== null) open.reader.label(kind)
    else if (details === 0) open.reader.begin(text)
    else open.reader.body().write(text)
  }
}
