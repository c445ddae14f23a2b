/** Requests, counted as they are answered. Their labels come from lists of our own, so that no asker can make new ones. */
import { Counter, Histogram, type OpenMetricsContentType, type Registry } from 'prom-client'
import type { AnsweredRequest } from '../http/observe.ts'

/** Bounds of the times that are counted apart, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** `registry`: where they are shown. */
export function countRequests(registry: Registry<OpenMetricsContentType>): (answered: AnsweredRequest) => void {
  const registers = [registry]
  const total = new Counter({
    name: 'hotfix_http_requests_total',
    help: 'Requests by method, pattern of the address and class of the status; 4xx has those whose sender had gone.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const duration = new Histogram({
    name: 'hotfix_http_request_duration_seconds',
    help: 'Time until all of the answer was sent; until it began for streams of events.',
    labelNames: ['route'] as const,
    buckets,
    registers,
  })
  return ({ method, route, status, milliseconds }) => {
    total.inc({ method, route, status: `${Math.floor(status / 100)}xx` })
    duration.observe({ route }, milliseconds / 1000)
  }
}
