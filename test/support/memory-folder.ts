import { existsSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const folder = '/dev/shm'
/** What all specs together leave there until they end, in bytes, with room to spare. */
const needed = 4 * 2 ** 30

/**
 * Lets temporary folders be in memory where there is enough of it: a store waits for the disk after each write, which
 * most of the time of its specs would go to. A folder that was chosen by hand stays.
 */
export function preferMemoryFolder(): void {
  if (process.env['TMPDIR'] !== undefined || !existsSync(folder)) return
  const { bavail, bsize } = statfsSync(folder)
  if (Math.min(bavail * bsize, freemem()) > needed) process.env['TMPDIR'] = folder
}
