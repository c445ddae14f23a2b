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
      '1,404 entries of a catalogue stored, no bulletin on file changed',
    ],
    [
      'raises a bulletin',
      { catalogue: 'stored', stored: { entries: 1404 }, saved: [raised] },
      '1 updated, 1,404 entries of a catalogue stored',
    ],
    ['says what is on file', { catalogue: 'unchanged', stored: { entries: 1404 } }, 'nothing new'],
    ['is older than that on file', { catalogue: 'older' }, 'an older catalogue left alone'],
  ])('is told of a catalogue that %s', (_, report, line) => {
    expect(summaryLine([{ ...kev, ...report }])).toBe(line)
  })
})
