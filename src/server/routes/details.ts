import { reading } from '../../contract/endpoints/reading.ts'
import type { LabReport } from '../../contract/lab.ts'
import { RatedVulnerability } from '../../contract/vulnerability.ts'
import { nothingRecorded, withRecorded } from '../../domain/lab/recorded.ts'
import { completeRatings } from '../../domain/matrix/complete-ratings.ts'
import type { Table } from '../../contract/table.ts'
import { encodeTable, tableBuilder } from '../../domain/table/encode.ts'
import { openTable, rowAt, valueAt, type OpenTable } from '../../domain/table/open.ts'
import { tableJson } from '../../domain/table/write.ts'
import { prepareListReply, preparePieces } from '../list-reply.ts'
import { memoizeByVersion } from '../memoize-by-version.ts'
import { sendReply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { isUnpaged, listOf, sendPage, type List } from './paging.ts'

/** The rows of the table, each by its bulletin and vulnerability: `MS05-019/CAN-2005-0048`. */
function vulnerabilityList(table: Table): List {
  const open = openTable<RatedVulnerability>(table)
  const { bulletin, id } = open.columns
  const keyAt = (row: number) => `${valueAt(bulletin, row) ?? ''}/${valueAt(id, row) ?? ''}`
  return {
    length: open.rows,
    itemAt: (row) => rowAt(open, row),
    keyAt,
    after(key) {
      for (let row = 0; row < open.rows; row++) if (keyAt(row) === key) return row + 1
      return null
    },
  }
}

function* tableText(table: OpenTable<RatedVulnerability>): Generator<string> {
  yield '{'
  yield* tableJson(table)
  yield '}'
}

/** What the matrix and the tests page need beyond the summary index; read from all bulletins once per version of the store. */
export function detailRoutes({ store }: { store: Store }): Routes {
  const all = memoizeByVersion(store.version, async () => {
    const vulnerabilities = tableBuilder<RatedVulnerability>(RatedVulnerability.shape)
    const reports: LabReport[] = []
    const recorded = await store.lab.all()
    for await (const bulletin of store.bulletins()) {
      for (const { id, cve, title, ratings } of completeRatings(bulletin))
        vulnerabilities.add({ bulletin: bulletin.id, id, cve, title, ratings })
      const { id, tests, knownIssues } = withRecorded(bulletin, recorded.get(bulletin.id) ?? nothingRecorded)
      if (tests.length > 0 || knownIssues.length > 0) reports.push({ id, tests, knownIssues })
    }
    return {
      vulnerabilities: await preparePieces(tableText(vulnerabilities.open())),
      reports: await prepareListReply(reports.length, (at) => reports[at]),
    }
  })
  /** The same as lists, made when pages are asked for: they take more memory than the bytes. */
  const paged = memoizeByVersion(store.version, async () => {
    const { vulnerabilities, reports } = await all()
    return {
      vulnerabilities: vulnerabilityList(JSON.parse(vulnerabilities.plain.toString()) as Table),
      reports: listOf(JSON.parse(reports.plain.toString()) as LabReport[], ({ id }) => id),
    }
  })

  return routeGroup()
    .openapi(routeOf(reading.listVulnerabilities), async (c) => {
      const paging = c.req.valid('query')
      if (isUnpaged(paging)) return sendReply(c, (await all()).vulnerabilities)
      const { fields = Object.keys(RatedVulnerability.shape) } = paging
      const shown = Object.entries(RatedVulnerability.shape).filter(([name]) => fields.includes(name))
      const { vulnerabilities } = await paged()
      return sendPage(c, vulnerabilities, paging, {
        encode: (items) => encodeTable(items, Object.fromEntries(shown)),
      })
    })
    .openapi(routeOf(reading.listLabReports), async (c) => {
      const paging = c.req.valid('query')
      return isUnpaged(paging) ? sendReply(c, (await all()).reports) : sendPage(c, (await paged()).reports, paging)
    })
}
