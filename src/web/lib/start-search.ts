import type { DeviceItem } from './device.ts'

/** The filter that a visit starts from, as it was when last known: a visit does not wait for the server. */
export const startSearch: DeviceItem<string | null> = {
  key: 'hotfix-report.start',
  isValid: (kept): kept is string | null => kept === null || typeof kept === 'string',
  initial: null,
}
