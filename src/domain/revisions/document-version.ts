/** Which document says something, and which version of it: what decides which of two is newer (docs/feeds.md). */

/** A document of a publisher, and its place among the versions of that document. */
export type DocumentVersion = {
  /** The same for all versions of a document, and for no other document: `csaf https://example.com ICSA-24-001-01`, `msrc-cvrf 2025-Jun`. */
  key: string
  /** What its versions are compared by, the most significant first; equal lists are equal versions. */
  order: VersionOrder
}

export type VersionOrder = readonly VersionMark[]

/** A version number, compared number by number (`1.10` is after `1.9`), or a moment, ISO 8601. */
export type VersionMark = { version: string } | { moment: string }

/** Below 0 where `a` comes before `b`, above 0 where it comes after, 0 where nothing tells them apart. */
type Comparison = number

/** Compares item by item; where one list has no more, `absent` is how that compares with an item. */
function eachInTurn<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => Comparison): Comparison {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const [one, other] = [a[at], b[at]]
    const found = one === undefined || other === undefined ? 0 : compare(one, other)
    if (found !== 0) return found
  }
  return a.length - b.length
}

const compared = <T extends string | bigint>(a: T, b: T): Comparison => (a < b ? -1 : a > b ? 1 : 0)

/** Numbers as numbers, and before words, which are compared letter by letter. */
function compareParts(a: string, b: string): Comparison {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber && isOtherNumber) return compared(BigInt(a), BigInt(b))
  return isNumber === isOtherNumber ? compared(a, b) : isNumber ? -1 : 1
}

/** `1.2.0` as its numbers without zeros at the end, so that `1.2` is the same. */
function numbersOf(core: string): string[] {
  const parts = core.split('.')
  return parts.slice(0, parts.findLastIndex((part) => !/^0+$/.test(part)) + 1)
}

/** Version numbers by the rule of SemVer, of any length: `1.10` is after `1.9`, `1.0-rc.2` before `1.0`; what a `+` leads in counts for nothing. */
function compareNumbers(a: string, b: string): Comparison {
  const [one, other] = [a, b].map((version) => {
    const [, core = '', early] = /^v?([^-+]*)(?:-([^+]*))?/i.exec(version.trim()) ?? []
    return { numbers: numbersOf(core), early }
  })
  if (one === undefined || other === undefined) return 0
  const found = eachInTurn(one.numbers, other.numbers, compareParts)
  if (found !== 0) return found
  if (one.early === undefined || other.early === undefined)
    return Number(one.early === undefined) - Number(other.early === undefined)
  return eachInTurn(one.early.split('.'), other.early.split('.'), compareParts)
}

const momentPattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(\.\d+)?)?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i

/** Nanoseconds since 1970; null for what is no moment. What is less precise is the beginning of it; without a zone it is UTC. */
function instantOf(moment: string): bigint | null {
  const [, year, month = '01', day = '01', clock = '00:00', second = '00', fraction = '', zone = 'Z'] =
    momentPattern.exec(moment.trim()) ?? []
  if (year === undefined) return null
  try {
    // A nanosecond is the least that it takes.
    const text = `${year}-${month}-${day}T${clock}:${second}${fraction.slice(0, 10)}${zone}`
    return Temporal.Instant.from(text).epochNanoseconds
  } catch {
    return null
  }
}

/** What is no moment comes before all that are. */
function compareMoments(a: string, b: string): Comparison {
  const [one, other] = [instantOf(a), instantOf(b)]
  if (one === null || other === null)
    return one === other ? compared(a, b) : Number(one !== null) - Number(other !== null)
  return compared(one, other)
}

function compareMarks(a: VersionMark, b: VersionMark): Comparison {
  if ('version' in a) return 'version' in b ? compareNumbers(a.version, b.version) : 1
  return 'version' in b ? -1 : compareMoments(a.moment, b.moment)
}

/**
 * Compares two versions of one document: below 0 where `a` is older, above 0 where it is newer, 0 where they are the same
 * version. Of two that agree as far as the shorter goes, the shorter is older: less was known of it.
 */
export const compareVersions = (a: VersionOrder, b: VersionOrder): Comparison => eachInTurn(a, b, compareMarks)

/** The key of a CSAF document: a namespace is an address and has no blank in it. */
export const csafKey = (namespace: string, trackingId: string): string => `csaf ${namespace} ${trackingId}`
