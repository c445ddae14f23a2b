import type { FileFault } from '../../contract/inventory.ts'

/** A file of which nothing can be read. `value`: what the fault is about, such as a column. */
export class FileRefused extends Error {
  readonly fault: FileFault
  readonly value: string | null
  constructor(fault: FileFault, value: string | null = null) {
    super(value === null ? fault : `${fault}: ${value}`)
    this.fault = fault
    this.value = value
  }
}

/** What a file has written, as it is told: in one line, and cut where it is long. */
export function toldValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  // oxlint-disable-next-line no-control-regex -- they are not shown
  const line = text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim()
  const letters = Array.from(line)
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : line
}
