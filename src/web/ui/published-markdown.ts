/**
 * What the Markdown of publishers has beyond the common one: tables and struck-out text. One tilde is a tilde, and an
 * address is a link only where its publisher has made it one.
 */
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Options } from 'react-markdown'

type Plugin = Extract<NonNullable<Options['remarkPlugins']>[number], (...given: never[]) => unknown>

/** Where the parser looks for extensions: its types tell of them only where it is a dependency of ours. */
type Extensions = { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }

export const tablesAndStruckOut: Plugin = function () {
  const data = this.data() as Extensions
  ;(data.micromarkExtensions ??= []).push(gfmTable(), gfmStrikethrough({ singleTilde: false }))
  ;(data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown())
}
