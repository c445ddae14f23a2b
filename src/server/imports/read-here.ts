/** Reading in this process. What reads documents is a large part of the server's code, and is loaded with the first one. */
import type { DocumentReader } from './import-document.ts'
import type { InventoryReader } from './read-inventory.ts'

export const readHere: DocumentReader = async (bytes, options) =>
  (await import('./read-safely.ts')).readSafely(bytes, options)

export const readInventoryHere: InventoryReader = async (bytes, how) =>
  (await import('./read-inventory.ts')).readInventorySafely(bytes, how)
