/** Which document says something, and which version of it: what decides which of two is newer (docs/feeds.md). */

/** A document of a publisher, and its place among the versions of that document. */
export type DocumentVersion = {
  /** The same for all versions of a document, and for no other document: `csaf https://example.com ICSA-24-001-01`, `msrc-cvrf 2025-Jun`. */
  key: string
  /** What its versions are compared by, the most significant first; equal lists are equal versions. */
  order: readonly VersionMark[]
}

/** A version number, compared number by number (`1.10` is after `1.9`), or a moment, ISO 8601. */
export type VersionMark = { version: string } | { moment: string }
