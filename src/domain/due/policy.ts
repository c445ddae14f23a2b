import type { DuePolicy } from '../../contract/due.ts'

/** The policy until an admin sets one: what has no rating has no day until it has one. `zone`: that of the server. */
export const defaultPolicy = (zone: string): DuePolicy => ({
  kind: 'table',
  days: {
    immediate: { server: 14, client: 21 },
    early: { server: 30, client: 30 },
    wait: { server: 60, client: 60 },
    unrated: { server: null, client: null },
  },
  unknownExposure: 'yes',
  zone,
})
