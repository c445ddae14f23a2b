import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathsOfJson, pathsOfXml } from '../../src/feeds/census/paths.ts'
import { censusPlace, type CensusKind } from '../../src/feeds/census/table.ts'

const kinds: CensusKind[] = ['msrc-cvrf', 'csaf', 'kev']

describe('the paths of documents that are kept in lists', () => {
  /** What was found in the documents at hand: `npm run census -- --paths FILE…`. */
  const seen = (kind: CensusKind) =>
    readFileSync(`test/feeds/census/${kind}.txt`, 'utf8')
      .split('\n')
      .filter((path) => path !== '')

  it.each(kinds)('have each a place where they are kept, or a reason why not: %s', (kind) => {
    expect(seen(kind).length).toBeGreaterThan(10)
    expect(seen(kind).filter((path) => censusPlace(kind, path) === null)).toEqual([])
  })
})

it('a path that nobody has thought of has no place', () => {
  expect(censusPlace('csaf', '/document/invented')).toBeNull()
  expect(censusPlace('kev', '/invented')).toBeNull()
})

it('the paths of XML are its elements by type, with their attributes, where they hold something', () => {
  const text = '<d><Note Type="FAQ" Ordinal="1">yes</Note><Note Type="Tag">no</Note><A><B/><B>2</B></A></d>'
  expect([...pathsOfXml(text)]).toEqual([
    ['/Note[FAQ]', 1],
    ['/Note[FAQ]@Ordinal', 1],
    ['/Note[Tag]', 1],
    ['/A/B', 2],
  ])
})

it('the paths of JSON are patterns of its values: items by category, what nests at any depth', () => {
  const branch = { category: 'vendor', name: 'a', branches: [{ category: 'product_name', name: 'b' }] }
  const value = {
    notes: [
      { category: 'faq', text: 'x' },
      { category: 'faq', text: 'y' },
    ],
    branches: [branch],
  }
  expect([...pathsOfJson(value)]).toEqual([
    ['/notes/*[faq]/text', 2],
    ['/branches/*/category', 2],
    ['/branches/*/name', 2],
  ])
})
