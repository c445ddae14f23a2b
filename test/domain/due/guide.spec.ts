import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDecisionTable } from '../../../src/server/content.ts'
import { workedExamples } from './worked-examples.ts'

const guide = readFileSync('docs/due.md', 'utf8')
const table = await readDecisionTable()

describe('the guide on due days', () => {
  it.each(workedExamples(table))('has the worked example %s', (row) => {
    expect(guide).toContain(row)
  })

  it('has every row of the decision table', () => {
    const rows = table.map(({ outcome, ...facts }) => `| ${Object.values(facts).join(' | ')} | ${outcome} |`)
    expect(rows.filter((row) => !guide.includes(row))).toEqual([])
  })
})
