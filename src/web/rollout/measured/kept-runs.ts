/** Measured rollouts that are kept on this device, from when there was no other place for them. */
import * as z from 'zod'
import { readDevice, writeDevice, type DeviceItem } from '../../lib/device.ts'
import { newKey } from '../../lib/idempotency-key.ts'
import { BulletinId } from '../../../contract/summary-fields.ts'
import { Day } from '../../../contract/text.ts'

/** As it was kept: what the server does not take of it is said where it is moved. */
const KeptRun = z.object({
  bulletin: BulletinId,
  machines: z.int(),
  consoles: z.int(),
  minutes: z.number(),
  on: Day,
  key: z.optional(z.string()),
})
export type KeptRun = z.infer<typeof KeptRun>

export const keptRuns: DeviceItem<KeptRun[]> = {
  key: 'hotfix-report.measured-runs',
  schema: z.array(KeptRun),
  initial: [],
}

/** The runs, each with a key that it keeps on this device: moved again after a lost answer, it is known. */
export function keyedRuns(): (KeptRun & { key: string })[] {
  const keyed = readDevice(keptRuns).map((run) => ({ ...run, key: run.key ?? newKey() }))
  writeDevice(keptRuns, keyed)
  return keyed
}

/** Keeps a run on this device no longer. */
export const forgetRun = (key: string): void =>
  writeDevice(
    keptRuns,
    readDevice(keptRuns).filter((run) => run.key !== key),
  )
