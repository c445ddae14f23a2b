import { reading } from '../../contract/endpoints/reading.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { Vulnerability } from '../../contract/bulletin.ts'
import { RatedVulnerability } from '../../contract/vulnerability.ts'
import { nothingRecorded, withRecorded } from '../../domain/lab/recorded.ts'
import { flawContext } from '../../domain/bulletin/context.ts'
import { completeRatings } from '../../domain/matrix/complete-ratings.ts'
import type { Table } from '../../contract/table.ts'
import { encodeTable, tableBuilder } from '../../domain/table/encode.ts'
import { openTable, rowAt, valueAt, type OpenTable } from '../../domain/table/open.ts'
import { tableJson } from '../../domain/table/write.ts'
import { reasonsFor } from '../../domain/vulnerability/assessed.ts'
import { flawsFound, flawsOf, type Flaws } from '../../domain/matrix/flaws.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { Principal } from '../access/principal.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { prepareListReply, preparePieces } from '../http/list-reply.ts'
import { memoizeByVersion } from '../memoize.ts'
import { sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { isUnpaged, listOf, sendPage, type List } from './paging.ts'
import { singleRatings } from '../../domain/bulletin/ratings.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** Vulnerabilities that are added at a time: each may be rated on a thousand platforms. */
const rowsAtOnce = 50

/** Vulnerabilities that catalogues are asked for at a time. */
const flawsAtOnce = 500

/** Rows of the table, each by its bulletin and vulnerability: `MS05-019/CAN-2005-0048`. */
function vulnerabilityList(table: OpenTable<RatedVulnerability>, rows: readonly number[]): List {
  const { bulletin, id } = table.columns
  const keyAt = (at: number) => `${valueAt(bulletin, rows[at] ?? 0) ?? ''}/${valueAt(id, rows[at] ?? 0) ?? ''}`
  return {
    length: rows.length,
    itemAt: (at) => rowAt(table, rows[at] ?? 0),
    keyAt,
    after: (key) => rows.findIndex((_, at) => keyAt(at) === key) + 1 || null,
  }
}

function* tableText(table: OpenTable<RatedVulnerability>): Generator<string> {
  yield '{'
  yield* tableJson(table)
  yield '}'
}

/** What the matrix and the tests page need beyond the summary index; read from all bulletins once for each version of their documents and of the catalogues. */
export function detailRoutes({ store, catalogue }: { store: Store; catalogue: Catalogue }): Routes {
  const version = async () => `${await store.documentsVersion()} ${await store.signals.version()}`
  const documents = memoizeByVersion(version, async () => {
    const table = tableBuilder<RatedVulnerability>(RatedVulnerability.shape)
    /** What documents say of tests and issues, by bulletin. */
    const said: LabReport[] = []
    const pending: { of: string; flaw: Vulnerability }[] = []
    async function addPending(): Promise<void> {
      const signals = await store.signals.forCves(pending.flatMap(({ flaw: { cve } }) => cve ?? []))
      for (const [at, { of, flaw }] of pending.splice(0).entries()) {
        const { id, cve, title, ratings } = flaw
        const reasons = reasonsFor(flaw, flawContext(flaw, signals.get(cve ?? '') ?? {}))
        table.add({ bulletin: of, id, cve, title, ratings: singleRatings(ratings), reasons })
        if (at % rowsAtOnce === rowsAtOnce - 1) await yieldToEventLoop()
      }
    }
    for await (const bulletin of store.bulletins()) {
      const { id: of, tests, knownIssues } = bulletin
      for (const flaw of completeRatings(bulletin)) pending.push({ of, flaw })
      if (pending.length >= flawsAtOnce) await addPending()
      said.push({ id: of, tests, knownIssues })
    }
    await addPending()
    return { vulnerabilities: await preparePieces(tableText(table.open())), said }
  })
  const labReports = memoizeByVersion(store.version, async () => {
    const [{ said }, recorded] = await Promise.all([documents(), store.lab.all()])
    const reports = said
      .map((each) => withRecorded(each, recorded.get(each.id) ?? nothingRecorded))
      .filter(({ tests, knownIssues }) => tests.length > 0 || knownIssues.length > 0)
    return { reports, reply: await prepareListReply(reports.length, (at) => reports[at]) }
  })
  /** The same to be read, made when a part of it is asked for: it takes more memory than the bytes. */
  const flaws = memoizeByVersion(version, async () =>
    flawsOf(openTable(JSON.parse((await documents()).vulnerabilities.plain.toString()) as Table)),
  )

  /** The rows of the bulletins that a filter finds, as far as it finds the vulnerabilities themselves. */
  async function rowsFound(found: Flaws, principal: Principal | null, { sort: _sort, ...query }: BulletinQuery) {
    const { table } = found
    if (Object.keys(query).length === 0) return Array.from({ length: table.rows }, (_, row) => row)
    const columns = await catalogue.columnsFor(principal, query)
    const filter = filterOf(query)
    const ids = Array.from(applyFilter(columns, filter).rows, (row) => valueAt(columns.table.columns.id, row) ?? '')
    const listed = new Set(ids)
    return flawsFound(found, listed, filter)
      .flatMap((flaw) => found.rows[flaw] ?? [])
      .filter((row) => listed.has(valueAt(table.columns.bulletin, row) ?? ''))
      .toSorted((a, b) => a - b)
  }

  return routeGroup()
    .openapi(routeOf(reading.listVulnerabilities), async (c) => {
      const { limit, after, fields: asked, ...query } = c.req.valid('query')
      const paging = { limit, after, fields: asked }
      if (isUnpaged(paging) && Object.keys(query).length === 0) return sendReply(c, (await documents()).vulnerabilities)
      const { fields = Object.keys(RatedVulnerability.shape) } = paging
      const shown = Object.entries(RatedVulnerability.shape).filter(([name]) => fields.includes(name))
      const found = await flaws()
      const rows = await rowsFound(found, c.get('principal'), query)
      return sendPage(c, vulnerabilityList(found.table, rows), paging, {
        encode: (items) => encodeTable(items, Object.fromEntries(shown)),
      })
    })
    .openapi(routeOf(reading.listLabReports), async (c) => {
      const paging = c.req.valid('query')
      const { reports, reply } = await labReports()
      return isUnpaged(paging) ? sendReply(c, reply) : sendPage(c, listOf(reports), paging)
    })
}
