/** What the lines of the verification script come to: `machine, platform, check, expected, found, verdict`. */
import type { CheckedMachine } from '../../contract/coverage.ts'

const verdicts = new Set(['ok', 'older', 'missing', 'other-build'])

/**
 * The machines of a report. A machine prints a line for each check of each platform, and only those of its own say
 * anything: the fix is on where all checks of any one platform are good. A line that is none is counted.
 */
export function readVerification(rows: readonly (readonly string[])[]): {
  machines: CheckedMachine[]
  unreadable: number
} {
  const checks = new Map<string, Map<string, boolean>>()
  let unreadable = 0
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue
    const [machine = '', platform = '', , , , verdict = ''] = row.map((cell) => cell.trim())
    if (row.length !== 6 || machine === '' || machine.length > 255 || !verdicts.has(verdict)) {
      unreadable += 1
      continue
    }
    const platforms = checks.get(machine) ?? new Map<string, boolean>()
    checks.set(machine, platforms.set(platform, (platforms.get(platform) ?? true) && verdict === 'ok'))
  }
  const machines = Array.from(checks, ([name, platforms]) => ({
    name,
    isApplied: [...platforms.values()].some(Boolean),
  }))
  return { machines, unreadable }
}

/** What is known of each machine, by name: a later report takes the place of an earlier one. */
export const latest = (reports: readonly (readonly CheckedMachine[])[]): CheckedMachine[] =>
  [...new Map(reports.flat().map((machine) => [machine.name, machine])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )

/** How many have the fix, of those that were checked or, where that is more, of those that it affects; null where none was checked. */
export function coverageOf(
  machines: readonly CheckedMachine[],
  affected: number | null,
): { applied: number; of: number } | null {
  if (machines.length === 0) return null
  return { applied: machines.filter(({ isApplied }) => isApplied).length, of: Math.max(machines.length, affected ?? 0) }
}
