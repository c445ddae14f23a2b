import { expect, it } from 'vitest'
import { IndexRow, IndexTable } from '../../../src/contract/summary.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { machinesByRow } from '../../../src/domain/filter/machines.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { readContent } from '../../../src/server/content.ts'

const { bulletins } = await readContent()

it('counts the machines of a row also where a column has a platform more than once among its values', () => {
  const table = IndexTable.parse(JSON.parse(JSON.stringify(encodeTable(bulletins.map(summarise), IndexRow.shape))))
  const { platforms } = table.columns
  if (platforms === undefined || !('items' in platforms)) throw new Error('a list is needed')
  const { items } = platforms
  const { platform } = items.columns
  if (platform === undefined || !('values' in platform) || platform.at === undefined)
    throw new Error('values are needed')
  const { values, at } = platform
  const again = {
    values: [...values, ...values],
    at: at.map((place, item) => (item < at.length / 2 ? place : place + values.length)),
  }
  const doubled = { ...platforms, items: { ...items, columns: { ...items.columns, platform: again } } }
  const once = openTable<IndexRow>(table)
  const twice = openTable<IndexRow>({ ...table, columns: { ...table.columns, platforms: doubled } })
  const machines = [{ platform: 'windows-2000', machines: 3, mayBe: ['windows-2000.sp3', 'windows-2000.sp4'] }]
  const counts = machinesByRow(once, machines)
  expect(counts.some((count) => count > 0)).toBe(true)
  expect(machinesByRow(twice, machines)).toEqual(counts)
})
