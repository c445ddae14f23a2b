import { reading } from '../../contract/endpoints/reading.ts'
import type { LabReport } from '../../contract/lab.ts'
import { RatedVulnerability } from '../../contract/vulnerability.ts'
import { nothingRecorded, withRecorded } from '../../domain/lab/recorded.ts'
import { completeRatings } from '../../domain/matrix/merged-columns.ts'
import { encodeTable } from '../../domain/table/encode.ts'
import { memoizeByVersion } from '../memoize-by-version.ts'
import { prepareReply, sendReply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** What the matrix and the tests page need beyond the summary index; read from all bulletins once per version of the store. */
export function detailRoutes({ store }: { store: Store }): Routes {
  const all = memoizeByVersion(store.version, async () => {
    const vulnerabilities: RatedVulnerability[] = []
    const reports: LabReport[] = []
    const recorded = await store.lab.all()
    for await (const bulletin of store.bulletins()) {
      for (const { id, cve, title, ratings } of completeRatings(bulletin))
        vulnerabilities.push({ bulletin: bulletin.id, id, cve, title, ratings })
      const { id, tests, knownIssues } = withRecorded(bulletin, recorded.get(bulletin.id) ?? nothingRecorded)
      if (tests.length > 0 || knownIssues.length > 0) reports.push({ id, tests, knownIssues })
    }
    return {
      vulnerabilities: prepareReply(encodeTable(vulnerabilities, RatedVulnerability.shape)),
      reports: prepareReply(reports),
    }
  })

  return routeGroup()
    .openapi(routeOf(reading.listVulnerabilities), async (c) => sendReply(c, (await all()).vulnerabilities))
    .openapi(routeOf(reading.listLabReports), async (c) => sendReply(c, (await all()).reports))
}
