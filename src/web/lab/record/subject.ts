import type { PlatformId } from '../../../contract/platform.ts'
import type { LabRow } from '../../../domain/lab/rows.ts'

/** What a result is recorded of. */
export type Subject = {
  /** Empty where it is to be chosen. */
  bulletin: string
  /** Empty where it is to be entered. */
  edition: string
  /** Null where it is not known. */
  platform: PlatformId | null
  /** Whether the edition is its platform as a whole. */
  isPlatform: boolean
  /** The rows of its grid. */
  rows: readonly Pick<LabRow, 'platform' | 'edition' | 'isPlatform'>[]
  /** Whether the address names the platform, too. */
  isNamed: boolean
  /** Edition, machines and the like, to be said below the bulletin. */
  facts: string
  /** Whether the grid has a result of it. */
  hasResult: boolean
  /** Whether the fix is not for this platform. */
  isNotFor: boolean
}

export const nothingChosen: Subject = {
  bulletin: '',
  edition: '',
  platform: null,
  isPlatform: false,
  rows: [],
  isNamed: false,
  facts: '',
  hasResult: false,
  isNotFor: false,
}
