import * as z from 'zod'
import type { DeviceItem } from '../lib/device.ts'
import type { SeenRevisions } from '../../domain/bulletin/visit.ts'

/** What this browser has seen; null before its first visit, on which nothing counts as new. */
export const lastVisit: DeviceItem<SeenRevisions | null> = {
  key: 'hotfix-report.seen',
  schema: z.nullable(z.record(z.string(), z.string())),
  initial: null,
}
