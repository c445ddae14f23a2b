import type { AuditEntry } from '../../contract/audit.ts'

/** A line of the log: one entry, or what was done to several bulletins at once. `bulletins`: the newest entry first. */
export type AuditLine = { entry: AuditEntry; bulletins: readonly string[] }

const isSameWork = (a: AuditEntry, b: AuditEntry) =>
  a.topic !== 'access' &&
  b.topic !== 'access' &&
  a.topic === b.topic &&
  a.what === b.what &&
  a.who === b.who &&
  a.at === b.at

/** The entries as lines, in their order: what one person did at one moment to many bulletins is one. */
export function auditLines(entries: readonly AuditEntry[]): AuditLine[] {
  const lines: { entry: AuditEntry; bulletins: string[] }[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    const bulletin = entry.topic === 'access' ? null : entry.bulletin
    if (last !== undefined && bulletin !== null && last.bulletins.length > 0 && isSameWork(last.entry, entry))
      last.bulletins.push(bulletin)
    else lines.push({ entry, bulletins: bulletin === null ? [] : [bulletin] })
  }
  return lines
}
