/** `Get-HotFix | Export-Csv`, of one machine or many, with some properties or all. */
import { readKb } from './cells.ts'
import { gathering, type Inventory, type ReadingHow } from './gather.ts'
import { cellOf, columnsNamed, type RecordTable } from './records.ts'
import { either, isNever, orderIn, timeReader } from './times.ts'

const names = {
  name: ['PSComputerName', 'CSName', 'Source', '__SERVER', 'ComputerName'],
  kb: ['HotFixID'],
  since: ['InstalledOn'],
} as const

export const isGetHotFix = (table: RecordTable): boolean => columnsNamed(table, names).kb !== undefined

/** The time of a day that has none, as .NET prints it. */
const midnight = /[ T]+(?:午前 ?)?(?:0?0:00:00|12:00:00 ?AM|0:00)$/i

export function readGetHotFix(table: RecordTable, how: ReadingHow): Inventory {
  const gathered = gathering('get-hotfix', how)
  const at = columnsNamed(table, names)
  const days = table.records.map((record) => cellOf(record, at.since))
  const times = timeReader({ zone: how.zone, order: orderIn(days) ?? how.dates ?? null })
  for (const record of table.records) {
    const { line, fault } = record
    const draft = gathered.machine(line, cellOf(record, at.name) || (how.machine ?? ''))
    if (draft === null) continue
    const [id, on] = [cellOf(record, at.kb), cellOf(record, at.since).replace(midnight, '')]
    // Windows lists parts of service packs under this name.
    if (fault === null && /^File 1$/i.test(id)) {
      gathered.notice('no-kb')
      continue
    }
    const kb = readKb(id)
    const day = isNever(on) ? undefined : times.day(on)
    if (fault !== null) gathered.problem(line, fault, '', draft)
    else if (kb === null) gathered.problem(line, 'kb', id, draft)
    else if (day === null) gathered.problem(line, 'date', on, draft)
    else {
      if (day === either) gathered.notice('days-left-out')
      const since = day === either ? undefined : day
      draft.report.fixes ??= []
      gathered.add(draft, line, draft.report.fixes, { kb, ...(since !== undefined && { since }) }, kb)
    }
  }
  return gathered.finish()
}
