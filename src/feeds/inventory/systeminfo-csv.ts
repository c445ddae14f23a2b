/** What `systeminfo /FO CSV` prints: the same labels as headings, and lists in one cell. */
import type { Inventory, ReadingHow } from './gather.ts'
import { cellOf, columnsNamed, type RecordTable } from './records.ts'
import { readSections, type PrintedSection } from './systeminfo.ts'

const names = {
  name: ['Host Name', 'ホスト名'],
  caption: ['OS Name', 'OS 名'],
  version: ['OS Version', 'OS バージョン'],
  configuration: ['OS Configuration', 'OS 構成'],
  type: ['System Type', 'システムの種類'],
  fixes: ['Hotfix(s)', 'ホットフィックス', 'ホットフィックス(s)'],
} as const

export function isSysteminfoTable(table: RecordTable): boolean {
  const { name, version, fixes } = columnsNamed(table, names)
  return name !== undefined && version !== undefined && fixes !== undefined
}

export function readSysteminfoTable(table: RecordTable, how: ReadingHow): Inventory {
  const at = columnsNamed(table, names)
  const sections = table.records.map((record): PrintedSection => {
    const { line, fault } = record
    const cells = Object.keys(names).map((label) => {
      const text = cellOf(record, at[label as keyof typeof names])
      const [first = '', ...items] = text.split(/,?\s*\[\d+\]\s*:\s*/)
      return [label, { line, text: first, items: items.map((item) => item.replace(/,\s*$/, '').trim()) }]
    })
    // A record with too few cells has a list of fixes that nobody can trust.
    return { ...Object.fromEntries(cells), ...(fault !== null && { fixes: undefined }) } as PrintedSection
  })
  return readSections(sections, how)
}
