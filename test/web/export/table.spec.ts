import { expect, it } from 'vitest'
import { asCsv } from '../../../src/web/export/csv.ts'
import { asMarkdown } from '../../../src/web/export/table.ts'

const table = {
  head: ['id', 'title'],
  rows: [
    ['MS05-019', 'a | b'],
    ['=1+1', 'two\nlines'],
  ],
  filter: '緊急適用',
  exportedOn: '2005-04-20',
}

it('is a Markdown table in which nothing breaks out of its cell, with a note on its filter', () => {
  expect(asMarkdown(table, 'Filter: 緊急適用')).toBe(
    [
      '| id | title |',
      '| --- | --- |',
      String.raw`| MS05-019 | a \| b |`,
      '| =1+1 | two lines |',
      '',
      'Filter: 緊急適用',
      '',
    ].join('\n'),
  )
})

it('is a CSV that Excel reads as UTF-8 and without formulas, with filter and day in its first row', () => {
  expect(asCsv(table)).toBe(
    ['\uFEFFid,title,filter,exported_on', 'MS05-019,a | b,緊急適用,2005-04-20', `'=1+1,"two\nlines",,`, ''].join('\n'),
  )
})
