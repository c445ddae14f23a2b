import { expect, it } from 'vitest'
import { RatedVulnerability } from '../../../src/contract/vulnerability.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { flawsFound, flawsOf } from '../../../src/domain/matrix/flaws.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'

it.each([
  { id: 'ADV190013', cve: null, count: 1 },
  { id: 'CVE-2031-0001', cve: 'CVE-2031-0001', count: 1 },
  { id: 'a', cve: null, count: 2 },
])('$id in two bulletins is so many vulnerabilities: $count', ({ id, cve, count }) => {
  const rows = ['KB1', 'KB2'].map((bulletin) => ({ bulletin, id, cve, title: { en: id }, ratings: [], reasons: [] }))
  const flaws = flawsOf(openTable(encodeTable(rows, RatedVulnerability.shape)))
  expect(flawsFound(flaws, new Set(['KB1', 'KB2']), filterOf({}))).toHaveLength(count)
})
