/** Devices of Intune: `Devices > All devices > Export`, one line for each enrolment. */
import { readArchitecture, readBuild, readWords } from './cells.ts'
import { gathering, type Inventory, type ReadingHow } from './gather.ts'
import { cellOf, columnsNamed, type RecordTable } from './records.ts'
import { isNever, momentReader } from './times.ts'

const names = {
  name: ['Device name'],
  seen: ['Last check-in', 'Last sync date time'],
  build: ['OS version'],
  system: ['OS'],
  edition: ['SkuFamily', 'Sku Family'],
  architecture: ['ProcessorArchitecture', 'Processor Architecture'],
} as const

/** Whether a table is one of Intune, by the columns that are needed. */
export function isIntune(table: RecordTable): boolean {
  const { name, seen, build, system } = columnsNamed(table, names)
  return [name, seen, build, system].every((at) => at !== undefined)
}

/** Its times are in UTC, and have no zone. */
export function readIntune(table: RecordTable, how: ReadingHow): Inventory {
  const gathered = gathering('intune', how)
  const at = columnsNamed(table, names)
  const times = momentReader(
    table.records.map((record) => cellOf(record, at.seen)),
    { zone: 'UTC', dates: how.dates },
  )
  for (const record of table.records) {
    const { line, fault } = record
    const [name, system] = [cellOf(record, at.name), cellOf(record, at.system)]
    if (fault === null && !/^windows/i.test(system)) {
      gathered.passOver({ line, name: readWords(name, 255) ?? '', why: 'not-windows' })
      continue
    }
    const seen = cellOf(record, at.seen)
    const moment = isNever(seen) ? null : times.moment(seen)
    const known = gathered.known(name)
    const draft = gathered.machine(line, name, null)
    if (draft === null) continue
    if (fault !== null) {
      gathered.problem(line, fault, '', draft)
      continue
    }
    if (!isNever(seen) && moment === null) {
      gathered.problem(line, 'date', seen, draft)
      continue
    }
    if (known !== null && (moment ?? '') <= (known.report.seenAt ?? '')) {
      gathered.passOver({ line, name, why: 'older-entry' })
      continue
    }
    if (known !== null) gathered.replace(draft, line, moment)
    const version = cellOf(record, at.build)
    const build = readBuild(version)
    if (build === null && version !== '') gathered.problem(line, 'build', version, draft)
    const architecture = readArchitecture(cellOf(record, at.architecture))
    const edition = readWords(cellOf(record, at.edition), 120)
    draft.report = {
      ...draft.report,
      seenAt: moment,
      ...(build !== null && { build }),
      ...(architecture !== null && { architecture }),
      // What Intune manages under a SKU of its own list is a client.
      ...(edition !== undefined && { edition, installation: 'client' as const }),
    }
  }
  return gathered.finish()
}
