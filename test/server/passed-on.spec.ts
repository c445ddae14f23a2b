import { describe, expect, it } from 'vitest'
import { bulletinOf } from '../../src/feeds/csaf/bulletin.ts'
import { bulletinsAsAtom } from '../../src/server/atom.ts'
import { bulletinsAsCsv } from '../../src/server/csv.ts'
import { summarise } from '../../src/domain/bulletin/summary.ts'
import { advisoryWith } from '../feeds/csaf-parts.ts'

const { tracking } = advisoryWith({}, []).document
const rowOf = (id: string, document: object) =>
  summarise(bulletinOf(advisoryWith({}, [], { tracking: { ...tracking, id, status: 'final' }, ...document })).bulletin)

const rows = [
  rowOf('RED-1', { distribution: { tlp: { label: 'RED' } }, title: 'Geheim', lang: 'de' }),
  rowOf('PLAIN-1', { distribution: undefined, tracking: { ...tracking, id: 'PLAIN-1', status: 'interim' } }),
]

describe('a text that leaves the house says to whom it may go, and how final it is', () => {
  it('in CSV', () => {
    const pieces = bulletinsAsCsv(
      rows.map((row) => ({ ...row, triage: 'new' as const })),
      { filter: '', exportedOn: '2031-01-01' },
    )
    const [head = '', ...lines] = [...pieces].join('').split('\n')
    const at = (name: string) => head.split(',').indexOf(name)
    const cells = lines.map((line) => line.split(','))
    expect(cells.map((cell) => cell[at('tlp')]).slice(0, 2)).toEqual(['RED', ''])
    expect(cells.map((cell) => cell[at('document_status')]).slice(0, 2)).toEqual(['final', 'interim'])
    expect(cells[0]?.[at('title_other')]).toBe('Geheim')
  })

  it('in Atom, before anything else', () => {
    const feed = bulletinsAsAtom(rows, {
      language: 'en',
      origin: 'https://a.example',
      self: 'https://a.example/feed',
      changes: new Map(),
    })
    expect(feed).toContain('TLP:RED · Severity Unrated')
    expect(feed).toContain('interim · Severity Unrated')
    expect(feed.match(/category label="[^"]*" term="(?:tlp|status)-[^"]*"|term="(?:tlp|status)-[^"]*"/g)).toHaveLength(
      2,
    )
  })
})
