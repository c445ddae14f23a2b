/** A set of rows, one bit each: row `r` is bit `r & 31` of word `r >>> 5`. Sets of one index have the same length. */
export type Bits = Uint32Array<ArrayBuffer>

/** The empty set, for an index of `rows` rows. */
export const noRows = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5)

/** The set of all `rows` rows. */
export function allRows(rows: number): Bits {
  const bits = noRows(rows).fill(0xff_ff_ff_ff)
  const rest = rows & 31
  if (rest > 0) bits[bits.length - 1] = 2 ** rest - 1
  return bits
}

/** The numbers of all rows, in their order. */
export const everyRow = (rows: number): Uint32Array => new Uint32Array(rows).map((_, row) => row)

export function addRow(bits: Bits, row: number): void {
  const word = row >>> 5
  bits[word] = (bits[word] ?? 0) | (1 << (row & 31))
}

export const hasRow = (bits: Bits, row: number): boolean => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

export const intersection = (a: Bits, b: Bits): Bits => a.map((word, at) => word & (b[at] ?? 0))

export const union = (a: Bits, b: Bits): Bits => a.map((word, at) => word | (b[at] ?? 0))

/** The rows of a set that are in no other. */
export const without = (a: Bits, b: Bits): Bits => a.map((word, at) => word & ~(b[at] ?? 0))

/** Number of ones in 32 bits, by adding them up in parallel (H. S. Warren, Hacker's Delight, 2nd ed., section 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55)
  const nibbles = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24
}

/** How many rows are in both sets. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0
  for (let at = 0; at < a.length; at++) count += ones((a[at] ?? 0) & (b[at] ?? 0))
  return count
}

/** Adds to a set all rows of another. */
export function addRows(bits: Bits, more: Bits): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0)
}

/** How many rows are in a set. */
export const count = (bits: Bits): number => countBoth(bits, bits)
