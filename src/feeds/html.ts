import { toMdast } from 'hast-util-to-mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { Unreadable } from './feed.ts'
import { elements, empty } from './html/elements.ts'
import { visitTokens } from './html/tokens.ts'
import { eachTree } from './html/tree.ts'

/** Cells are not padded to the width of their column, and a tilde says that words are struck out only if it is double. */
const extensions: Options['extensions'] = [
  gfmTableToMarkdown({ tablePipeAlign: false }),
  {
    ...gfmStrikethroughToMarkdown(),
    unsafe: [
      { character: '~', after: '~', inConstruct: 'phrasing' },
      { character: '~', before: '~', inConstruct: 'phrasing' },
    ],
  },
]

const maxLetters = 2_000_000

const names = [...elements.keys(), ...empty].join('|')
const attribute = String.raw`\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=\x60]+)`
/** A tag of HTML: not `<V4.4`, and not `a <b and c> d`. */
const tag = new RegExp(`</?(?:${names})(?:${attribute})*\\s*/?>|</(?:script|style)>`, 'i')

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i
const references = new RegExp(reference, 'gi')

/** A text whose only HTML are references, such as `&lt;`: everything else of it stays. None becomes a sign of Markdown. */
const withReferencesRead = (text: string): string =>
  text.replaceAll(references, (written, at: number) => {
    let read = ''
    visitTokens(written, { text: (words) => void (read += words), start: () => {}, end: () => {} })
    const isSign =
      /^[\\`*_[\]<#|~]$/.test(read) || (read === '&' && /^#?\w+;/.test(text.slice(at + written.length, at + 40)))
    return isSign && read !== written ? `\\${read}` : read
  })

function converted(html: string): string {
  const parts: string[] = []
  eachTree(html, (tree) => {
    const part = toMarkdown(toMdast(tree, { document: true }), { extensions }).trim()
    if (part !== '') parts.push(part)
  })
  return parts.join('\n\n')
}

/**
 * What a publisher wrote, as Markdown with tables and struck-out text: no script, no style, no attribute but the target of
 * a link. Text without a tag or a reference of HTML is what it is; it would only be escaped. Takes time in proportion to
 * the length of the text, and keeps its words however it is written. Null where nothing is left.
 *
 * @throws Unreadable where it is longer than any real text
 */
export function markdownOf(html: string): string | null {
  if (html.length > maxLetters)
    throw new Unreadable('document', `has a text of ${html.length} characters: one may have ${maxLetters}`)
  const text = (tag.test(html) ? converted(html) : reference.test(html) ? withReferencesRead(html) : html).trim()
  return text === '' ? null : text
}
