import { randomUUID } from 'node:crypto'
import { reading } from '../../contract/endpoints/reading.ts'
import { maxHits } from '../../contract/search.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { usualSort } from '../../domain/filter/order.ts'
import { withRecorded } from '../../domain/lab/recorded.ts'
import { wordsInTexts } from '../../domain/search/words.ts'
import { valueAt } from '../../domain/table/open.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { bulletinsAsCsv, exportedRows } from '../csv.ts'
import { teamDay } from '../due/team-day.ts'
import { firstRows } from '../catalogue/first-rows.ts'
import { memoizeByVersion } from '../memoize.ts'
import { indexReplies } from '../catalogue/index-replies.ts'
import { listJson, prepareListReply } from '../http/list-reply.ts'
import { contentTag, prepareReply, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { streamReply } from '../http/stream-reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { isUnpaged, listOf, sendPage, type List } from './paging.ts'
import { existing } from './problems.ts'
import { packed } from '../../domain/bulletin/packed.ts'

type Deps = { store: Store; catalogue: Catalogue; now: () => Date; report: (error: unknown) => void }

/**
 * The rows of a filter as a list by id. A page goes on after its last bulletin also where that no longer matches: by
 * `order`, that of all bulletins, or by row where it is null.
 */
function bulletinList({ table, readAt }: Columns, rows: Uint32Array, order: Uint32Array | null): List {
  const idAt = (row: number) => valueAt(table.columns.id, row) ?? ''
  return {
    length: rows.length,
    itemAt: (at) => readAt(rows[at] ?? 0),
    keyAt: (at) => idAt(rows[at] ?? 0),
    after(id) {
      const ranks = Uint32Array.from({ length: table.rows }, (_, row) => row)
      for (const [rank, row] of order?.entries() ?? []) ranks[row] = rank
      const last = ranks.find((_, row) => idAt(row) === id)
      if (last === undefined) return null
      const next = rows.findIndex((row) => (ranks[row] ?? 0) > last)
      return next < 0 ? rows.length : next
    },
  }
}

/**
 * Reading bulletins and platforms. What pages begin with is serialised and compressed once per version of the store; lists
 * of any length are written as they are read.
 */
export function bulletinRoutes({ store, catalogue, now, report }: Deps): Routes {
  const index = indexReplies(catalogue)
  const platforms = memoizeByVersion(catalogue.indexVersion, async () => {
    const { tree } = await catalogue.index()
    return prepareListReply(tree.length, (at) => tree[at])
  })
  // Versions count from the beginning where a backup is restored: each process has its own tags.
  const process = randomUUID()
  const tagOf = async () => contentTag(Buffer.from(`${process} ${await catalogue.version()}`))

  return routeGroup()
    .openapi(routeOf(reading.listBulletins), async (c) => {
      const { limit, after, fields, ...query } = c.req.valid('query')
      const paging = { limit, after, fields }
      const isWhole = Object.keys(query).length === 0
      if (isWhole && isUnpaged(paging)) {
        const etag = await tagOf()
        const { table, readAt } = await catalogue.columns()
        return streamReply(c, { pieces: listJson(table.rows, readAt), type: 'application/json', etag, report })
      }
      const columns = await catalogue.columnsFor(c.get('principal'), query)
      // Where no filter and no order is chosen, that of the whole list.
      const order = isWhole ? null : columns.order(query.sort ?? usualSort(columns.overlay.machines))
      const { rows } = applyFilter(columns, filterOf(query), query.sort)
      return sendPage(c, bulletinList(columns, order === null ? rows.toSorted() : rows, order), paging, { report })
    })
    .openapi(routeOf(reading.indexBulletins), async (c) => {
      const { part, language, since } = c.req.valid('query')
      if (since !== undefined) return sendReply(c, await index.since(Number(since)))
      return sendReply(c, await (part === undefined ? index.whole() : index.part(part, language)))
    })
    .openapi(routeOf(reading.listFirstRows), async (c) => {
      const { rows = '30', language = 'ja', ids, ...query } = c.req.valid('query')
      const [{ held, tree }, columns, { lines }, { due: _, ...dueOf }, states] = await Promise.all([
        catalogue.index(),
        catalogue.columnsFor(c.get('principal'), query),
        store.fleet.current(),
        catalogue.clock.list(),
        catalogue.states(),
      ])
      const asked = { query, language, most: Number(rows), ids: ids?.split(',') ?? null }
      return sendReply(
        c,
        prepareReply({
          version: held.version,
          ...firstRows(columns, { tree, lines, dueOf, states: states.of }, asked),
        }),
      )
    })
    .openapi(routeOf(reading.exportBulletins), async (c) => {
      const query = c.req.valid('query')
      const columns = await catalogue.columnsFor(c.get('principal'), query)
      const { rows } = applyFilter(columns, filterOf(query), query.sort)
      const { today: exportedOn } = await teamDay(store, now)
      const filter = Object.entries(query)
        .map(([field, value]) => `${field}=${value}`)
        .join('&')
      const name = ['hotfix-report', exportedOn, ...Object.keys(query)].join('_')
      const pieces = bulletinsAsCsv(exportedRows(columns, rows), { filter, exportedOn })
      return streamReply(
        c,
        { pieces, type: 'text/csv; charset=utf-8', report },
        { 'content-disposition': `attachment; filename="${name}.csv"` },
      )
    })
    .openapi(routeOf(reading.searchTexts), async (c) => {
      const words = wordsInTexts(c.req.valid('query').q)
      const [isComplete, found, hits] = await Promise.all([
        store.search.isComplete(),
        store.search.bulletinsWith(words),
        store.search.hits(words, maxHits),
      ])
      return c.json({ isComplete, words: found, hits }, 200)
    })
    .openapi(routeOf(reading.listPlatforms), async (c) => {
      const paging = c.req.valid('query')
      if (isUnpaged(paging)) return sendReply(c, await platforms())
      return sendPage(c, listOf((await catalogue.index()).tree), paging)
    })
    .openapi(routeOf(reading.viewBulletin), async (c) => {
      const { id } = c.req.valid('param')
      const [found, recorded] = await Promise.all([store.find(id), store.lab.recorded(id)])
      return sendReply(c, prepareReply(packed(withRecorded(existing(found, `bulletin ${id}`), recorded))))
    })
}
