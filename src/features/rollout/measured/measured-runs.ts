/** Measured rollouts that are kept on this device, from when there was no other place for them. */
import * as z from 'zod'
import type { DeviceItem } from '../../../client/device.ts'
import { BulletinId } from '../../../contract/bulletin.ts'
import { Day } from '../../../contract/text.ts'
import type { MeasuredRun } from '../../../domain/rollout/measured.ts'

const Run: z.ZodType<MeasuredRun> = z.object({
  bulletin: BulletinId,
  machines: z.int().check(z.gte(1)),
  consoles: z.int().check(z.gte(1)),
  minutes: z.number().check(z.positive()),
  on: Day,
})

export const measuredRuns: DeviceItem<MeasuredRun[]> = {
  key: 'hotfix-report.measured-runs',
  schema: z.array(Run),
  initial: [],
}
