import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const toMarkdown = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify).freeze()

/** Text without any tag is what it is; it would only be escaped. */
const isPlain = (html: string) => !/[<&]/.test(html)

/** What a publisher wrote in HTML, as Markdown: no script, no style, no attribute but the target of a link. Null where nothing is left. */
export function markdownOf(html: string): string | null {
  const text = (isPlain(html) ? html : String(toMarkdown.processSync(html))).trim()
  return text === '' ? null : text
}
