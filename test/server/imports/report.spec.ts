import { describe, expect, it } from 'vitest'
import type { DocumentReport } from '../../../src/contract/imports.ts'
import { summaryLine } from '../../../src/server/imports/report.ts'

const kev: DocumentReport = {
  document: 'kev.json',
  kind: 'kev',
  saved: [],
  problems: [],
  problemCount: 0,
  warnings: [],
}
const raised: DocumentReport['saved'][number] = { id: 'KB5079473', outcome: 'updated', changes: [] }

describe('what an import comes to', () => {
  it.each<[string, Partial<DocumentReport>, string]>([
    [
      'changes no bulletin',
      { catalogue: 'stored', stored: { entries: 1404 } },
      '1,404 entries of KEV stored, no bulletin on file changed',
    ],
    [
      'raises a bulletin',
      { catalogue: 'stored', stored: { entries: 1404 }, saved: [raised] },
      '1 updated, 1,404 entries of KEV stored',
    ],
    ['says what is on file', { catalogue: 'unchanged', stored: { entries: 1404 } }, 'nothing new'],
    ['is older than that on file', { catalogue: 'older' }, '1 older catalogue left alone'],
  ])('is told of a catalogue that %s', (_, report, line) => {
    expect(summaryLine([{ ...kev, ...report }])).toBe(line)
  })

  it('counts records together, and of a list that came twice what it holds now', () => {
    const stored = (kind: DocumentReport['kind'], entries: number): DocumentReport => ({
      ...kev,
      kind,
      catalogue: 'stored',
      stored: { entries },
    })
    const reports = [stored('cve-record', 1), stored('epss', 300_000), stored('cve-record', 2), stored('epss', 360_142)]
    expect(summaryLine(reports)).toBe(
      '3 CVE records stored, 360,142 scores of EPSS stored, no bulletin on file changed',
    )
  })
})
