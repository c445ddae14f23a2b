/** What those may see who see how many machines there are, and not which. */
import type { BulletinEvent } from '../../contract/events.ts'

/** An event in which machines are told apart by a number. */
export const withoutMachineNames = (event: BulletinEvent): BulletinEvent =>
  event.topic === 'coverage'
    ? {
        ...event,
        detail: { machines: event.detail.machines.map((machine, at) => ({ ...machine, name: `#${at + 1}` })) },
      }
    : event
