/** A fleet as rows of a spreadsheet: `platform,edition,machines,reachable,roles`. The last two may be missing. */
import { FleetLine, lineKey } from '../../contract/fleet.ts'
import { platformReader, type NamedPlatform } from '../platforms/names.ts'
import { repeatedBy } from './doubles.ts'
import { readRoles } from './lines.ts'

const fleetColumns = ['platform', 'edition', 'machines', 'reachable', 'roles'] as const

/** What is wrong with a row, by its number in the file, the first is 1. */
type RowProblem = {
  row: number
  problem: 'platform' | 'several' | 'edition' | 'machines' | 'reachable' | 'roles' | 'twice' | 'double'
  /** What the cell holds; the ids of the platforms, where their name is the same. */
  value: string
  /** The row that counts the same machines. */
  of?: number
  /** Which line it would be, where its platform is known. */
  line?: Pick<FleetLine, 'platform' | 'edition'>
}

export type ParsedFleet = { lines: FleetLine[]; problems: RowProblem[] }

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Digits, alone or in groups of three behind commas or spaces. `12,0` may be 12 or 120, and `1.200` 1.2 or 1,200: neither is a count. */
function readCount(text: string): number {
  const plainText = text.normalize('NFKC').trim()
  return /^(\d+|\d{1,3}([, ]\d{3})+)$/.test(plainText) ? Number(plainText.replaceAll(/[, ]/g, '')) : Number.NaN
}

const isHead = (row: readonly string[]) => row.slice(0, 3).map(plain).join() === fleetColumns.slice(0, 3).join()

/** What the last two cells say; an empty one says nothing, and an unreadable one is named. */
function readFacts(reachable: string, roles: string): Pick<FleetLine, 'reachable' | 'roles'> | 'reachable' | 'roles' {
  const word = plain(reachable)
  const [reached, named] = [
    FleetLine.shape.reachable.safeParse(word === '' ? undefined : word),
    FleetLine.shape.roles.safeParse(readRoles(roles)),
  ]
  if (!reached.success) return 'reachable'
  if (!named.success) return 'roles'
  return {
    ...(reached.data !== undefined && { reachable: reached.data }),
    ...(named.data !== undefined && named.data.length > 0 && { roles: named.data }),
  }
}

/** The lines of a file, and what is wrong with those that are left out. Empty rows and the heading say nothing. */
export function readFleetTable(rows: readonly (readonly string[])[], platforms: readonly NamedPlatform[]): ParsedFleet {
  const meaningOf = platformReader(platforms)
  const lines: FleetLine[] = []
  const rowOf = new Map<FleetLine, number>()
  const problems: RowProblem[] = []
  for (const [at, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '') || (at === 0 && isHead(row))) continue
    const [name = '', named = '', count = '', reachable = '', roles = ''] = row.map((cell) => cell.trim())
    const edition = named === '' ? null : named
    const meaning = meaningOf(name)
    const told = meaning.is === 'one' && { line: { platform: meaning.id, edition } }
    const refuse = (problem: RowProblem['problem'], value: string, of?: number) =>
      problems.push({ row: at + 1, problem, value, ...(of !== undefined && { of }), ...told })
    const machines = readCount(count)
    const facts = readFacts(reachable, roles)
    if (meaning.is === 'none') refuse('platform', name)
    else if (meaning.is === 'several') refuse('several', meaning.ids.join(', '))
    else if (!FleetLine.shape.edition.safeParse(edition).success) refuse('edition', named)
    else if (!FleetLine.shape.machines.safeParse(machines).success) refuse('machines', count)
    else if (typeof facts === 'string') refuse(facts, facts === 'roles' ? roles : reachable)
    else {
      const line = { platform: meaning.id, edition, machines, ...facts }
      const same = repeatedBy(line, lines)
      if (same !== undefined) refuse(lineKey(same) === lineKey(line) ? 'twice' : 'double', name, rowOf.get(same))
      else {
        lines.push(line)
        rowOf.set(line, at + 1)
      }
    }
  }
  return { lines, problems }
}

/** The rows of a fleet, with their heading. */
export const fleetRows = (lines: readonly FleetLine[]): string[][] => [
  [...fleetColumns],
  ...lines.map(({ platform, edition, machines, reachable = '', roles = [] }) => [
    platform,
    edition ?? '',
    String(machines),
    reachable,
    roles.join('; '),
  ]),
]
