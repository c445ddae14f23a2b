import type { ReactNode } from 'react'
import ReactMarkdown, { type Components, type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import styles from './Markdown.module.css'

type Plugin = Extract<NonNullable<Options['remarkPlugins']>[number], (...given: never[]) => unknown>

/** Where the parser looks for extensions: its types tell of them only where it is a dependency of ours. */
type Extensions = { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }

/**
 * What the Markdown of publishers has beyond the common one: tables and struck-out text. One tilde is a tilde, and an
 * address is a link only where its publisher has made it one.
 */
const tablesAndStruckOut: Plugin = function () {
  const data = this.data() as Extensions
  ;(data.micromarkExtensions ??= []).push(gfmTable(), gfmStrikethrough({ singleTilde: false }))
  ;(data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown())
}

// Headings of a text are a level below the section's own.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
    <a className="link" href={href} rel="noreferrer">
      {children}
    </a>
  ),
}

/** What people write to each other: an address is a link, and tables are known. One tilde is none but a tilde. */
const typed = [[remarkGfm, { singleTilde: false }]] satisfies Options['remarkPlugins']

const published = [tablesAndStruckOut] satisfies Options['remarkPlugins']

/** Finds what is to be marked in a text, in order. */
export type TextMarks = (text: string) => readonly { start: number; end: number }[]

type Node = { type: string; tagName?: string; properties?: object; value?: string; children?: Node[] }

const none: NonNullable<Options['rehypePlugins']> = []

/** The pieces of a text, those that are marked as elements. */
function piecesOf(text: string, marks: TextMarks): Node[] {
  const pieces: Node[] = []
  let last = 0
  for (const { start, end } of marks(text)) {
    pieces.push({ type: 'text', value: text.slice(last, start) })
    pieces.push({
      type: 'element',
      tagName: 'mark',
      properties: {},
      children: [{ type: 'text', value: text.slice(start, end) }],
    })
    last = end
  }
  return [...pieces, { type: 'text', value: text.slice(last) }]
}

function mark(node: Node, marks: TextMarks): void {
  if (node.tagName === 'code' || node.children === undefined) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return piecesOf(child.value ?? '', marks)
    mark(child, marks)
    return [child]
  })
}

const marked = (marks: TextMarks) => (tree: Node) => mark(tree, marks)

type Props = {
  lang: string
  /** Whether people have typed it here. */
  isTyped?: boolean
  /** Where a piece of its text is to be marked, such as a name; code has no marks. */
  marks?: TextMarks | undefined
  children: string
}

/** Markdown; raw HTML in it is shown as text and images are left out. */
export function Markdown({ lang, isTyped = false, marks, children }: Props) {
  return (
    <div className={styles['markdown']} lang={lang}>
      <ReactMarkdown
        components={components}
        disallowedElements={['img']}
        remarkPlugins={isTyped ? typed : published}
        rehypePlugins={marks === undefined ? none : [[marked, marks]]}
      >
        {children}
      </ReactMarkdown>
    </div>
  )
}
