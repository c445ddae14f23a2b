/** Reads a file of an inventory or deployment tool: its format is seen from what it holds, never from its name. */
import { documentBytes } from '../../contract/limits.ts'
import { isComputerInfo, readComputerInfo } from './computer-info.ts'
import { isConfigMgr, readConfigMgr } from './configmgr.ts'
import { isGetHotFix, readGetHotFix } from './get-hotfix.ts'
import type { Inventory, ReadingHow } from './gather.ts'
import { isIntune, readIntune } from './intune.ts'
import { objectFields, jsonItems, type Item } from './json-items.ts'
import { isOsquery, readOsquery } from './osquery.ts'
import { readRecords, type RecordTable } from './records.ts'
import { FileRefused } from './refused.ts'
import { isScript, readScript } from './script.ts'
import { isSysteminfo, readSysteminfo } from './systeminfo.ts'
import { isSysteminfoTable, readSysteminfoTable } from './systeminfo-csv.ts'
import { isTable, readTable } from './table.ts'
import { inventoryText } from './bytes.ts'
import { isUpdateHistory, readUpdateHistory } from './update-history.ts'

type Fields = Readonly<Record<string, unknown>>

/** The formats in JSON, those that are surest first. */
const ofItems: readonly (readonly [
  (fields: Fields) => boolean,
  (items: readonly Item[], how: ReadingHow) => Inventory,
])[] = [
  [isScript, readScript],
  [isComputerInfo, readComputerInfo],
  [isOsquery, readOsquery],
]

/** The formats in CSV, those with the most telling columns first. */
const ofTables: readonly (readonly [
  (table: RecordTable) => boolean,
  (table: RecordTable, how: ReadingHow) => Inventory,
])[] = [
  [isSysteminfoTable, readSysteminfoTable],
  [isIntune, readIntune],
  [isGetHotFix, readGetHotFix],
  [isUpdateHistory, readUpdateHistory],
  [isConfigMgr, readConfigMgr],
  [isTable, readTable],
]

function readItems(text: string, how: ReadingHow): Inventory {
  const items = jsonItems(text)
  for (const { value } of items) {
    const fields = objectFields(value)
    const format = fields === null ? undefined : ofItems.find(([isOne]) => isOne(fields))
    if (format !== undefined) return format[1](items, how)
  }
  throw new FileRefused('not-known')
}

/**
 * The machines of a file, with what is wrong in its lines.
 *
 * @throws FileRefused where nothing of it can be read
 */
export function readInventory(bytes: Uint8Array, how: ReadingHow): Inventory {
  if (bytes.length > documentBytes) throw new FileRefused('too-large')
  const text = inventoryText(bytes)
  if (/^\s*[[{]/.test(text)) return readItems(text, how)
  if (isSysteminfo(text)) return readSysteminfo(text, how)
  const table = /^\s*</.test(text) ? null : readRecords(text)
  const format = table === null ? undefined : ofTables.find(([isOne]) => isOne(table))
  if (table === null || format === undefined) throw new FileRefused('not-known')
  return format[1](table, how)
}
