/** What is known of the machines of a plan, of its fixes and of holds, in the narrow form that plans look at. */
import type { Day, Text } from '../../contract/text.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type * as z from 'zod'

/** One attempt to install a fix; `at` is ISO 8601. `removed` is none. */
export type InstallAttempt = {
  at: string
  outcome: 'installed' | 'failed' | 'removed' | 'restart-pending'
  code?: string
}

/** One fix that is meant for one machine. Facts are a set: their order and repetition mean nothing. */
export type MachineFact = {
  machine: number
  platform: PlatformId | null
  roles: readonly string[]
  fix: string
  /** Since when the machine has the fix, ISO 8601; null where it does not, or nobody knows. */
  doneAt: string | null
  /** Whether that moment is when it was installed, and not merely when it was first seen. */
  isExact: boolean
  attempts: readonly InstallAttempt[]
  restartPending: boolean
  /** When anything was last reported of the machine. */
  lastSeen: string | null
}

/** A hold in force. `bulletins` null: every fix; no platforms or roles: all of them. */
export type HoldFact = {
  id: number
  bulletins: readonly string[] | null
  platforms: readonly PlatformId[]
  roles: readonly string[]
  reason: string
  until: z.infer<typeof Day>
  /** When it was set, ISO 8601. */
  at: string
}

/** A known issue that is not resolved, and when it was first seen here, ISO 8601. */
export type IssueFact = { bulletin: string; issue: string; title: Text; at: string }

/** Until when a fix is to be deployed, and whether the catalogue of exploited vulnerabilities sets that; `on` null: no day. */
export type BulletinDay = { on: string | null; isByKev: boolean }
