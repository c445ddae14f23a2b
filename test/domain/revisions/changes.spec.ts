import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { Change } from '../../../src/contract/changes.ts'
import { changesBetween } from '../../../src/domain/revisions/changes.ts'
import { readContent } from '../../../src/server/content.ts'
import { bulletin } from '../../support/arbitraries.ts'

const content = await readContent()
const found = content.bulletins.find(({ id }) => id === 'MS05-019')
if (found === undefined) throw new Error('MS05-019 is needed')
const before: Bulletin = { ...found, exploit: 'unknown', severity: 2 }
const [firstPackage] = before.packages
if (firstPackage === undefined) throw new Error('a package is needed')

describe('a new revision', () => {
  it.each<{ what: string; change: Partial<Bulletin>; kinds: Change['kind'][]; of?: string[] }>([
    { what: 'the same facts on another day', change: { updatedOn: '2006-01-01', revision: '9' }, kinds: [] },
    { what: 'another text', change: { title: { en: 'Another' } }, kinds: ['text'] },
    { what: 'attacks', change: { exploit: 'exploited' }, kinds: ['exploit-up'] },
    { what: 'a worse severity', change: { severity: 1 }, kinds: ['severity-up'] },
    { what: 'a milder severity', change: { severity: 4 }, kinds: ['severity-down'] },
    { what: 'no severity any more', change: { severity: null }, kinds: ['severity-down'] },
    {
      what: 'one more platform',
      change: { platforms: [...before.platforms, { platform: 'windows-7.sp1', rating: 1 }] },
      kinds: ['platform-added'],
      of: ['windows-7.sp1'],
    },
    {
      what: 'a platform that is not affected after all',
      change: { platforms: before.platforms.map((each, at) => (at === 0 ? { ...each, rating: 'none' } : each)) },
      kinds: ['platform-removed'],
    },
    {
      what: 'a package built anew',
      change: { packages: [{ ...firstPackage, version: '2.0' }, ...before.packages.slice(1)] },
      kinds: ['package-replaced'],
    },
    {
      what: 'one more known issue',
      change: {
        knownIssues: [...before.knownIssues, { id: 'new-issue', title: { en: 'x' }, platforms: [], references: [] }],
      },
      kinds: ['known-issue-added'],
      of: ['new-issue'],
    },
    {
      what: 'one vulnerability less',
      change: { vulnerabilities: before.vulnerabilities.slice(1) },
      kinds: ['vulnerability-removed'],
    },
  ])('with $what is told as $kinds', ({ change, kinds, of }) => {
    const changes = changesBetween(before, { ...before, ...change })
    expect(changes.map(({ kind }) => kind)).toEqual(kinds)
    if (of !== undefined) expect(changes[0]?.of).toEqual(of)
  })

  it('is new where nothing was before', () => {
    expect(changesBetween(null, before)).toEqual([{ kind: 'new', of: [] }])
  })

  it('says nothing of what is the same', () => {
    fc.assert(
      fc.property(bulletin, (each) => {
        expect(changesBetween(each, structuredClone(each))).toEqual([])
      }),
    )
  })
})
