/** The answers that tell the summary index: whole, by parts, or what has changed. */
import type { IndexPart } from '../../contract/index-parts.ts'
import { IndexRow } from '../../contract/summary.ts'
import { encodeByParts } from '../../domain/table/encode.ts'
import { indexPart } from '../../domain/table/index-parts.ts'
import type { TablePart } from '../../domain/table/placeholders.ts'
import { tableJson } from '../../domain/table/write.ts'
import type { Catalogue } from './catalogue.ts'
import { changesSince } from './held-index.ts'
import { treeChangesSince } from './held-tree.ts'
import { preparePieces } from '../http/list-reply.ts'
import { latestMade, memoizeByVersion } from '../memoize.ts'
import { prepareReply, type PreparedReply } from '../http/reply.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

function* indexJson(version: number, table: TablePart): Generator<string> {
  yield `{"version":${version},`
  yield* tableJson(table)
  yield '}'
}

/**
 * Whole, and what has changed, are of the newest version. Parts may be of the one before while the newest is made: a page
 * asks afterwards for what has changed since.
 */
export function indexReplies(catalogue: Pick<Catalogue, 'index' | 'indexVersion'>) {
  const { index, indexVersion } = catalogue
  const whole = memoizeByVersion(indexVersion, async () => {
    const { version, table } = (await index()).held
    return preparePieces(indexJson(version, table))
  })
  const partsIn = (language: 'ja' | 'en') =>
    latestMade(indexVersion, async (): Promise<Record<IndexPart, PreparedReply>> => {
      const { version, table } = (await index()).held
      const prepare = async (part: IndexPart) => {
        const reply = await preparePieces(indexJson(version, indexPart(table, part, language)))
        // Who asks next need not wait for it.
        await reply.compressed('br')
        return reply
      }
      return { filter: await prepare('filter'), titles: await prepare('titles'), rest: await prepare('rest') }
    })
  const parts = { ja: partsIn('ja'), en: partsIn('en') }
  let last: { of: string; reply: Promise<PreparedReply> } | null = null
  return {
    whole,
    part: async (part: IndexPart, language: 'ja' | 'en' = 'ja') => (await parts[language]())[part],
    /** What has changed since a version. Open pages ask at the same time for the same. */
    async since(since: number): Promise<PreparedReply> {
      const now = await index()
      const { held } = now
      const of = `${held.version} ${since}`
      if (last?.of === of) return last.reply
      const changes = changesSince(held, since)
      const made = async () => {
        if (changes === null) return whole()
        const { rows, removed } = changes
        const table = await encodeByParts(rows, IndexRow.shape, yieldToEventLoop)
        return prepareReply({
          version: held.version,
          since,
          ...(removed.length > 0 && { removed }),
          ...treeChangesSince(now, since),
          ...table,
        })
      }
      last = { of, reply: made() }
      return last.reply
    },
  }
}
