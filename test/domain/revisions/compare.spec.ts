import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bulletin } from '../../../src/contract/bulletin.ts'
import {
  compareBulletins,
  sectionNames,
  type ComparedRow,
  type SectionName,
} from '../../../src/domain/revisions/compare.ts'
import { readContent } from '../../../src/server/content.ts'
import { bulletin as anyBulletin } from '../../support/arbitraries.ts'
import { mutationsOf, sampleOf } from '../../support/mutations.ts'

const ms05019 = (await readContent()).bulletins.find(({ id }) => id === 'MS05-019')
if (ms05019 === undefined) throw new Error('MS05-019 is needed')
const original: Bulletin = ms05019

/** The rows of a section that are not as they were. */
const differences = (before: Bulletin, after: Bulletin) =>
  compareBulletins(before, after).flatMap(({ section, rows }) =>
    rows.filter(({ status }) => status !== 'same').map((row) => ({ section, ...row })),
  )
const statuses = (before: Bulletin, after: Bulletin) =>
  differences(before, after).map(({ section, key, status, changed }) => [section, key, status, changed])

describe('two versions side by side', () => {
  it('differ in nothing where they are the same', () => {
    fc.assert(
      fc.property(anyBulletin, (bulletin) => {
        expect(differences(bulletin, bulletin)).toEqual([])
      }),
    )
  })

  it('show a difference in any field', () => {
    const sample = sampleOf(Bulletin) as Bulletin
    const hidden = [...mutationsOf(Bulletin, sample)]
      .filter(({ value }) => differences(sample, value as Bulletin).length === 0)
      .map(({ path }) => path)
    // It is the same bulletin from the same kind of source, and when it was fetched tells nothing.
    expect([...new Set(hidden)]).toEqual(['id', 'source.kind', 'source.retrievedAt?', 'source.retrievedAt'])
  })

  it('show every row of both, each once', () => {
    const count = (rows: readonly ComparedRow[], side: 'before' | 'after') =>
      rows.filter((row) => row[side] !== null).length
    const lists: Partial<Record<SectionName, (b: Bulletin) => readonly unknown[]>> = {
      platforms: (b) => b.platforms,
      vulnerabilities: (b) => b.vulnerabilities,
      packages: (b) => b.packages,
      files: (b) => b.packages.flatMap(({ files }) => files),
      tests: (b) => b.tests,
      knownIssues: (b) => b.knownIssues,
      references: (b) => b.references,
    }
    fc.assert(
      fc.property(anyBulletin, anyBulletin, (before, after) => {
        for (const { section, rows } of compareBulletins(before, after)) {
          const list = lists[section]
          if (list === undefined) continue
          expect([section, count(rows, 'before'), count(rows, 'after')]).toEqual([
            section,
            list(before).length,
            list(after).length,
          ])
        }
      }),
    )
  })

  it('swap what was added and what was removed when they are swapped', () => {
    const counts = (before: Bulletin, after: Bulletin) => {
      const found = differences(before, after).map(({ status }) => status)
      return ['added', 'removed', 'changed'].map((status) => found.filter((each) => each === status).length)
    }
    fc.assert(
      fc.property(anyBulletin, anyBulletin, (one, other) => {
        const [added, removed, changed] = counts(one, other)
        expect(counts(other, one)).toEqual([removed, added, changed])
      }),
    )
  })

  it('name the fields that differ, and nothing else', () => {
    expect(statuses(original, { ...original, severity: 2, restart: 'not-required' })).toEqual([
      ['facts', 'severity', 'changed', ['severity']],
      ['facts', 'restart', 'changed', ['restart']],
    ])
  })

  it('match rows by what they are about, wherever they stand', () => {
    const [first, ...others] = original.vulnerabilities
    if (first === undefined) throw new Error('a vulnerability is needed')
    const moved = [...others, { ...first, exploit: 'exploited' as const }]
    expect(statuses(original, { ...original, vulnerabilities: moved })).toEqual([
      ['vulnerabilities', first.id, 'changed', ['exploit']],
    ])
    expect(statuses(original, { ...original, vulnerabilities: others })).toEqual([
      ['vulnerabilities', first.id, 'removed', Object.keys(first)],
    ])
  })

  it('tell packages of one name apart by where they are to be had, and then by their platforms', () => {
    const fix = (url: string, platforms: string[]) => ({ name: 'KB1', url, platforms, files: [] })
    const before = { ...original, packages: [fix('https://a/', ['windows-98']), fix('https://b/', ['windows-xp'])] }
    const after = {
      ...original,
      packages: [fix('https://b/', ['windows-xp', 'windows-98']), fix('https://a/', ['windows-98'])],
    }
    expect(statuses(before, after)).toEqual([['packages', 'KB1', 'changed', ['platforms']]])
  })

  it('compare the files of each package by branch, folder and name', () => {
    const [first, ...others] = original.packages
    const [file, ...files] = first?.files ?? []
    if (first === undefined || file === undefined) throw new Error('a file is needed')
    const packages = [{ ...first, files: [{ ...file, version: '9.9.9.9' }, ...files] }, ...others]
    expect(statuses(original, { ...original, packages })).toEqual([
      ['files', `${file.folder}\\${file.name}`, 'changed', ['version']],
    ])
  })

  it('have every section of the page', () => {
    expect(compareBulletins(original, original).map(({ section }) => section)).toEqual(sectionNames)
    const sample = sampleOf(Bulletin) as Bulletin
    const empty = compareBulletins(sample, sample).filter(({ rows }) => rows.length === 0)
    expect(empty.map(({ section }) => section)).toEqual([])
  })
})
