import { about } from '../../contract/endpoints/about.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { sendProblem } from '../http/problem.ts'
import { prepareText, sendReply } from '../http/reply.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'

/** The figures of the server, where they are kept. */
export const metricsRoutes = ({ metrics }: { metrics: Pick<Metrics, 'text' | 'contentType'> | null }): Routes =>
  routeGroup().openapi(routeOf(about.viewMetrics), async (c) => {
    if (metrics === null) return sendProblem(c, 404, { code: 'not_found', message: 'no figures are kept here' })
    return sendReply(c, prepareText(await metrics.text(), metrics.contentType), { 'cache-control': 'no-store' })
  })
