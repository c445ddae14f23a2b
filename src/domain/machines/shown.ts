/** Since when fixes and builds were seen on a machine: the earliest word of any report, whenever that came in. */
import type { MachineReport } from './report.ts'

/** By KB and by build the first report that showed it; `days`: since when fixes are installed, as machines say it. */
export type FirstShown = {
  fixes: Readonly<Record<string, string>>
  days: Readonly<Record<string, string>>
  builds: Readonly<Record<string, string>>
}

export const nothingShown: FirstShown = { fixes: {}, days: {}, builds: {} }

const earliest = (pairs: readonly (readonly [string, string])[], before: Readonly<Record<string, string>>) => {
  const first = new Map(Object.entries(before))
  for (const [name, at] of pairs) {
    const known = first.get(name)
    if (known === undefined || at < known) first.set(name, at)
  }
  return Object.fromEntries([...first].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What was shown before, with more reports. A report without a moment shows nothing but days. */
export function withShown(before: FirstShown, reports: readonly MachineReport[]): FirstShown {
  const seen = reports.flatMap(({ seenAt, ...report }) => (seenAt === null ? [] : [{ ...report, seenAt }]))
  const installed = ({ fixes = [], states = [] }: Pick<MachineReport, 'fixes' | 'states'>) => [
    ...fixes.map(({ kb }) => kb),
    ...states.filter(({ state }) => state === 'installed').map(({ kb }) => kb),
  ]
  return {
    fixes: earliest(
      seen.flatMap((report) => installed(report).map((kb) => [kb, report.seenAt] as const)),
      before.fixes,
    ),
    days: earliest(
      reports.flatMap(({ fixes = [] }) => fixes.flatMap(({ kb, since }) => (since ? [[kb, since] as const] : []))),
      before.days,
    ),
    builds: earliest(
      seen.flatMap(({ build, seenAt }) => (build === undefined ? [] : [[build, seenAt] as const])),
      before.builds,
    ),
  }
}
