/** Reads a file of an inventory tool so that nothing it holds goes further than itself. */
import type { FileFault } from '../../contract/inventory.ts'
import type { Inventory, ReadingHow } from '../../feeds/inventory/gather.ts'
import { readInventory } from '../../feeds/inventory/read.ts'
import { FileRefused } from '../../feeds/inventory/refused.ts'

/** A file that is refused whole. `value`: what the fault is about. */
export type RefusedFile = { fault: FileFault; value: string | null }

export type ReadInventory = { inventory: Inventory } | { refused: RefusedFile }

/** Reads a file: in this process, or in one of its own. */
export type InventoryReader = (bytes: Uint8Array<ArrayBuffer>, how: ReadingHow) => Promise<ReadInventory>

/** Whatever the reader of a file throws is a fault of that file. */
export const readInventorySafely: InventoryReader = async (bytes, how) => {
  // A reader that throws at once rejects as well.
  await Promise.resolve()
  try {
    return { inventory: readInventory(bytes, how) }
  } catch (error) {
    if (error instanceof FileRefused) return { refused: { fault: error.fault, value: error.value } }
    return { refused: { fault: 'failed', value: error instanceof Error ? error.name : null } }
  }
}
