import type { AuditEntry } from '../../contract/audit.ts'

/**
 * A line of the log: one entry, or what was done to several bulletins at once, or was read from a source in one minute.
 * `bulletins`: the newest entry first. `times`: how many entries it is of.
 */
export type AuditLine = { entry: AuditEntry; bulletins: readonly string[]; times: number }

/** What is read from a source comes in many pieces that are about no bulletin. */
const isPiece = (entry: AuditEntry) =>
  (entry.topic === 'signals' || entry.topic === 'bulletins') && entry.bulletin === null

const minuteOf = ({ at }: AuditEntry) => at.slice(0, 'yyyy-mm-ddThh:mm'.length)

const isSameWork = (a: AuditEntry, b: AuditEntry) =>
  a.topic !== 'access' &&
  b.topic !== 'access' &&
  a.topic === b.topic &&
  a.what === b.what &&
  a.who === b.who &&
  (isPiece(a) && isPiece(b) ? minuteOf(a) === minuteOf(b) : a.at === b.at)

/** The entries as lines, in their order: what one person did at one moment to many bulletins is one. */
export function auditLines(entries: readonly AuditEntry[]): AuditLine[] {
  const lines: { entry: AuditEntry; bulletins: string[]; times: number }[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    const bulletin = entry.topic === 'access' ? null : entry.bulletin
    const isNext = isPiece(entry) || (bulletin !== null && (last?.bulletins.length ?? 0) > 0)
    if (last !== undefined && isNext && isSameWork(last.entry, entry)) {
      last.times++
      if (bulletin !== null) last.bulletins.push(bulletin)
    } else lines.push({ entry, bulletins: bulletin === null ? [] : [bulletin], times: 1 })
  }
  return lines
}
