import { proofMinutes } from '../../contract/limits.ts'

const minute = 60_000

/** Clocks of servers that share a database differ by less, in milliseconds. */
const skew = minute

/** Until when a proof counts that was given at `provedAt`. */
export const proofUntil = (provedAt: string): Date => new Date(Date.parse(provedAt) + proofMinutes * minute)

/** Whether it was shown lately enough that it is still its person who uses a session; `provedAt` is null where it never was. */
export const isProved = (provedAt: string | null, now: Date): boolean =>
  provedAt !== null && Date.parse(provedAt) - now.getTime() <= skew && now < proofUntil(provedAt)
