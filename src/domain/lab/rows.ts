/** The OS editions that the lab tests on, and which results are of which. */
import type { TestResult } from '../../contract/bulletin.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import type { LabReport } from '../../contract/lab.ts'
import type { LabEdition } from '../../contract/lab-grid.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs, isWithin } from '../platforms/platforms.ts'
import { shortPlatform } from '../platforms/short-platform.ts'
import { once } from '../table/once.ts'

/** An OS edition, and the programs that the fleet has on it. */
export type LabRow = Omit<LabEdition, 'cells'> & { programs: PlatformId[] }

type Line = Pick<FleetLine, 'platform' | 'edition'> & { machines: number | null }

const areRelated = (a: PlatformId, b: PlatformId) => isWithin(a, b) || isWithin(b, a)

/** A name without what people write or leave out. */
const plain = (name: string) =>
  name.toLowerCase().replaceAll(/\b(microsoft|windows|version|for|based|systems?)\b|[^\p{L}\p{N}]+/gu, '')

/** Whether two names are of one edition: "Windows 11 24H2 x64" is "11 24h2 x64". */
const isSameEdition = (a: string, b: string): boolean => plain(a) === plain(b)

/** The same for many names, each of which is looked at once. */
function sameEditions(): typeof isSameEdition {
  const plainOf = once(plain)
  return (a, b) => plainOf(a) === plainOf(b)
}

/** The version of a platform; a family that has one version is its own. */
const groupOf = (platform: PlatformId): PlatformId => countedAs(platform).replace(/\.rtm$/, '')

const nameOf = (platform: PlatformId, platforms: ReadonlyMap<PlatformId, Platform>) => {
  const { label } = platforms.get(platform) ?? {}
  return shortPlatform(label?.en ?? label?.ja ?? platform)
}

function rowOf({ platform, edition, machines }: Line, platforms: ReadonlyMap<PlatformId, Platform>): LabRow {
  const name = nameOf(platform, platforms)
  return {
    platform,
    edition: edition ?? name,
    isPlatform: edition === null,
    label: platforms.get(platform)?.label ?? { en: name },
    group: groupOf(platform),
    machines,
    programs: [],
  }
}

type Tested = Pick<TestResult, 'edition' | 'platform'>

type Row = { platform: PlatformId | null; edition: string; isPlatform: boolean }

/** Whether a result is of a row's name or, where editions are not told apart, of any on its platform. */
const isNamedBy = (row: Row, { edition }: Tested, isSame: typeof isSameEdition) =>
  row.isPlatform || isSame(row.edition, edition)

/**
 * Whether a result is of a row. One of Server Core is not of the row of its platform as a whole, which is called the same,
 * where Core has a row among all of them.
 */
export const isTestOf = (row: Row, test: Tested, rows: readonly Row[], isSame = isSameEdition): boolean =>
  row.platform === null
    ? isSame(row.edition, test.edition)
    : areRelated(row.platform, test.platform) &&
      isNamedBy(row, test, isSame) &&
      (row.platform === test.platform ||
        !rows.some((other) => other.platform === test.platform && isNamedBy(other, test, isSame)))

/** The row that a result is of: one of its name before one for a whole platform. */
const rowOfTest = (rows: readonly LabRow[], test: Tested, isSame: typeof isSameEdition): LabRow | null =>
  rows.find((row) => isSame(row.edition, test.edition) && isTestOf(row, test, rows, isSame)) ??
  rows.find((row) => isTestOf(row, test, rows, isSame)) ??
  null

const keyOf = ({ edition, platform }: Tested) => `${platform} ${edition}`

/**
 * The rows: the lines of the fleet, then what else was tested. A line of a program that names an edition of the fleet says
 * that the program is on it; of one that does not, nobody knows where it is, and it is a row of its own.
 */
export function rowsOf(
  lines: readonly Line[],
  reports: readonly LabReport[],
  platforms: ReadonlyMap<PlatformId, Platform>,
): LabRow[] {
  const isSame = sameEditions()
  const isProgram = ({ platform }: Line) => platforms.get(platform)?.kind === 'application'
  const rows = lines.filter((line) => !isProgram(line)).map((line) => rowOf(line, platforms))
  for (const line of lines.filter(isProgram)) {
    const { edition } = line
    const hosts = edition === null ? [] : rows.filter((row) => isSame(row.edition, edition))
    if (hosts.length === 0) rows.push(rowOf(line, platforms))
    else for (const host of hosts) host.programs.push(line.platform)
  }
  const tested = new Map(reports.flatMap(({ tests }) => tests.map((test) => [keyOf(test), test])))
  for (const { edition, platform } of tested.values())
    if (rowOfTest(rows, { edition, platform }, isSame) === null)
      rows.push(rowOf({ platform, edition, machines: null }, platforms))
  // The rows of one version go together, where the first of them is.
  return [...Map.groupBy(rows, ({ group }) => group).values()].flat()
}

/** The results of each row by bulletin, each in the order in which they were recorded. */
export function testsByRow(
  rows: readonly LabRow[],
  reports: readonly LabReport[],
): ReadonlyMap<LabRow, ReadonlyMap<string, TestResult[]>> {
  const isSame = sameEditions()
  const found = new Map<LabRow, Map<string, TestResult[]>>()
  const rowOfKey = new Map<string, LabRow | null>()
  for (const { id, tests } of reports)
    for (const test of tests) {
      const key = keyOf(test)
      if (!rowOfKey.has(key)) rowOfKey.set(key, rowOfTest(rows, test, isSame))
      const row = rowOfKey.get(key) ?? null
      if (row === null) continue
      const own = found.get(row) ?? new Map<string, TestResult[]>()
      found.set(row, own.set(id, [...(own.get(id) ?? []), test]))
    }
  return found
}
