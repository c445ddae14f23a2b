/** The key of a release: `2025-06` for a month of Microsoft, `cisa-2025-06` for what another publisher brought out in a month. */

/** What a key says. */
export type ReleaseKey = {
  /** The name of the publisher in small letters; null for Microsoft's months. */
  publisher: string | null
  /** `2025-06`. */
  month: string
}

/** Reads a key; null for what is none. */
export function readReleaseKey(key: string): ReleaseKey | null {
  const [, publisher = null, month] = /^(?:([^,\s]+)-)?(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(key) ?? []
  return month === undefined ? null : { publisher, month }
}
