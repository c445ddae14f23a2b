/** What the lines of the verification script come to: `machine, platform, check, expected, found, verdict`. */
import type { CheckedMachine, CoverageCounts } from '../../contract/coverage.ts'
import type { Exposure } from './exposure.ts'

const verdicts = new Set(['ok', 'older', 'missing', 'other-build'])

/** Windows takes `PC1` and `pc1` for one machine. */
export const sameName = (name: string) => name.toUpperCase()

/**
 * Whether the fix is on a machine, by the verdicts of each platform; null where it is for none of them. A platform with
 * another build than the machine's is not its own, and says nothing; of the others all checks of any one must be good.
 */
function isApplied(platforms: Iterable<ReadonlySet<string>>): boolean | null {
  const own = [...platforms].filter((found) => !found.has('other-build'))
  return own.length === 0 ? null : own.some((found) => found.size === 1 && found.has('ok'))
}

type Rows = readonly (readonly string[])[]

/**
 * Reads the machines of a report, some rows after the other: a machine prints a line for each check of each platform. A
 * line that is none is told by its number, from 1.
 */
export function verificationReader() {
  const machines = new Map<string, { name: string; platforms: Map<string, Set<string>> }>()
  const unreadable: number[] = []
  let number = 0
  return {
    add(rows: Rows) {
      for (const row of rows) {
        number++
        if (row.every((cell) => cell.trim() === '')) continue
        const [name = '', platform = '', , , , verdict = ''] = row.map((cell) => cell.trim())
        if (row.length !== 6 || name === '' || name.length > 255 || !verdicts.has(verdict)) {
          unreadable.push(number)
          continue
        }
        const machine = machines.get(sameName(name)) ?? { name, platforms: new Map<string, Set<string>>() }
        machines.set(sameName(name), machine)
        machine.platforms.set(platform, (machine.platforms.get(platform) ?? new Set()).add(verdict))
      }
    },
    unreadable,
    machines: (): CheckedMachine[] =>
      Array.from(machines.values(), ({ name, platforms }) => ({ name, isApplied: isApplied(platforms.values()) })),
  }
}

/** What is known of each machine, by name: a later report takes the place of an earlier one. */
export const latest = (reports: readonly (readonly CheckedMachine[])[]): CheckedMachine[] =>
  [...new Map(reports.flat().map((machine) => [sameName(machine.name), machine])).values()].toSorted((a, b) =>
    sameName(a.name) < sameName(b.name) ? -1 : 1,
  )

/** What was found of another fix, by which a machine has this one, too. `isForTheSame`: whether it is for no other machines. */
export type FoundOfAnother = { bulletin: string; isForTheSame: boolean; machines: readonly CheckedMachine[] }

/**
 * The machines of a fix with those that have it by another one. Of a machine that was never checked for this fix nothing
 * is said where the other one is for machines that need no such fix.
 */
export function coveredToo(machines: readonly CheckedMachine[], others: readonly FoundOfAnother[]): CheckedMachine[] {
  const found = new Map(machines.map((machine) => [sameName(machine.name), machine]))
  for (const { bulletin, isForTheSame, machines: theirs } of others)
    for (const { name, isApplied } of theirs) {
      const known = found.get(sameName(name))
      const isOpen = known === undefined ? isForTheSame : known.isApplied === false
      if (isApplied === true && isOpen) found.set(sameName(name), { name, isApplied, by: bulletin })
    }
  return latest([[...found.values()]])
}

/** How many of the machines that need a fix have it, and lack it. */
export const foundOf = (machines: readonly CheckedMachine[]): Pick<CoverageCounts, 'applied' | 'missing'> => ({
  applied: machines.filter(({ isApplied }) => isApplied === true).length,
  missing: machines.filter(({ isApplied }) => isApplied === false).length,
})

/** Of the machines that were checked, those that have each fix that they were checked for, and those that lack one. */
export function foundOn(checked: Iterable<readonly CheckedMachine[]>) {
  const isDone = new Map<string, boolean>()
  for (const machines of checked)
    for (const { name, isApplied } of machines)
      if (isApplied !== null) isDone.set(sameName(name), isApplied && (isDone.get(sameName(name)) ?? true))
  const applied = [...isDone.values()].filter(Boolean).length
  return { applied, missing: isDone.size - applied }
}

/** How many machines have the fix: of those known to need it, and of those that may need it at most. */
export type CoverageCount = { applied: number; of: number; atMost: number }

/** How many have the fix, of those that were checked and need it or, where that is more, of those that it affects; null where none was checked. */
export function coverageOf(
  found: Pick<CoverageCounts, 'applied' | 'missing'>,
  exposure: Exposure | null,
): CoverageCount | null {
  const checked = found.applied + found.missing
  if (checked === 0) return null
  const of = Math.max(checked, exposure?.affected ?? 0)
  return {
    applied: found.applied,
    of,
    atMost: Math.max(of, exposure?.atMost ?? 0),
  }
}
