import * as z from 'zod'
import { dateOrders, InventoryPreview, InventoryTaken } from '../inventory.ts'
import { machineName, timeZone } from '../limits.ts'
import { someText } from '../text.ts'
import type { Endpoint } from './endpoint.ts'

/** How a file is read where it does not say it itself. */
const reading = {
  /** The time zone of times that have none, such as `Asia/Tokyo`; UTC where it is absent. */
  zone: z.optional(someText('a time zone', timeZone)),
  /** Which number of 6/11/2025 is the month, where no day of the file tells. */
  dates: z.optional(z.enum(dateOrders)),
  /** When the file was written: machines of a format that has no time were seen then. */
  seenAt: z.optional(z.iso.datetime()),
  /** The machine that a file of one machine is of, where it does not say. */
  machine: z.optional(someText('the name of a machine', machineName)),
}

/** Machines out of files of inventory and deployment tools. */
export const inventory = {
  previewInventory: {
    method: 'post',
    path: '/api/machines/preview',
    role: 'analyst',
    query: z.object(reading),
    body: 'document',
    reply: InventoryPreview,
  },
  takeInventory: {
    method: 'post',
    path: '/api/machines',
    role: 'analyst',
    query: z.object({
      ...reading,
      /** Takes the file without the machines whose lines have problems; else such a file is refused whole. */
      leaveOut: z.optional(z.enum(['yes', 'no'])),
    }),
    body: 'document',
    reply: InventoryTaken,
  },
} as const satisfies Record<string, Endpoint>
