import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FleetLine } from '../../../src/contract/fleet.ts'
import { repeatedBy } from '../../../src/domain/fleet/doubles.ts'
import { readFleetTable } from '../../../src/domain/fleet/table.ts'
import { csvRows, fleetCsv } from '../../../src/web/fleet/csv.ts'
import { platforms } from '../../support/arbitraries.ts'

const line: fc.Arbitrary<FleetLine> = fc.record({
  platform: fc.constantFrom(...platforms.map(({ id }) => id)),
  edition: fc.option(
    fc.constantFrom(
      'Professional',
      'Server, "Standard"',
      '=HYPERLINK("http://x.example")',
      '-1+2',
      '@SUM(A1)',
      '評価版',
    ),
  ),
  machines: fc.integer({ min: 1, max: 5000 }),
})
const fleet = fc.array(line, { maxLength: 8 }).map((lines) => {
  const kept: FleetLine[] = []
  for (const each of lines) if (repeatedBy(each, kept) === undefined) kept.push(each)
  return kept
})

describe('a fleet as a file for a spreadsheet', () => {
  it('is the same after it was saved and read', () => {
    fc.assert(
      fc.property(fleet, (lines) => {
        const text = fleetCsv(lines).replace(/^\uFEFF/, '')
        expect(readFleetTable(csvRows(text), platforms)).toEqual({ lines, problems: [] })
      }),
    )
  })

  it('begins with the mark by which Excel knows UTF-8, and has no cell that it would take for a formula', () => {
    const text = fleetCsv([{ platform: 'windows-98', edition: '=HYPERLINK("http://x.example")', machines: 1 }])
    expect(text).toBe(
      '\uFEFFplatform,edition,machines,reachable,roles\r\nwindows-98,"\'=HYPERLINK(""http://x.example"")",1,,',
    )
  })

  it('may be copied from a spreadsheet, with tabs', () => {
    expect(csvRows('windows-98\tProfessional\t12')).toEqual([['windows-98', 'Professional', '12']])
  })
})
