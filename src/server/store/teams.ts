import type { Teams } from '../../contract/teams.ts'

/** The teams that alerts are assigned to. */
export type TeamStore = {
  current: () => Promise<Teams>
  /** Sets all of them in place of a version; null where another person has set them meanwhile. */
  set: (version: number, names: readonly string[], who: string) => Promise<Teams | null>
}
