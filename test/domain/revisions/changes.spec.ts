import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { Restart } from '../../../src/contract/words.ts'
import { Change } from '../../../src/contract/changes.ts'
import { restartNotes } from '../../../src/domain/bulletin/restart-notes.ts'
import { changesBetween } from '../../../src/domain/revisions/changes.ts'
import { withdrawn } from '../../../src/domain/revisions/withdrawn.ts'
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

  it('names the attacked vulnerability where the bulletin is attacked because of a new one', () => {
    const [flaw] = before.vulnerabilities
    if (flaw === undefined) throw new Error('a vulnerability is needed')
    const attacked = { ...flaw, id: 'CVE-2031-1', exploit: 'exploited' as const }
    const after = { ...before, exploit: 'exploited' as const, vulnerabilities: [...before.vulnerabilities, attacked] }
    expect(changesBetween(before, after)[0]).toEqual({
      kind: 'exploit-up',
      of: ['CVE-2031-1'],
      from: 'unknown',
      to: 'exploited',
    })
  })

  it('tells of a second exploited vulnerability', () => {
    const exploited = (count: number): Bulletin => ({
      ...before,
      exploit: 'exploited',
      vulnerabilities: before.vulnerabilities.map((flaw, at) => ({
        ...flaw,
        exploit: at < count ? 'exploited' : 'unknown',
      })),
    })
    const changes = changesBetween(exploited(1), exploited(2))
    expect(changes).toEqual([
      { kind: 'exploit-up', of: [before.vulnerabilities[1]?.id], from: 'unknown', to: 'exploited' },
    ])
  })

  it('tells which older fixes a package replaces on its platforms now', () => {
    const offered = (supersedes?: string[]): Bulletin => ({
      ...before,
      supersedes: ['KB1'],
      packages: [
        { name: 'a', platforms: ['p'], files: [] },
        { name: 'b', platforms: ['q'], files: [], ...(supersedes && { supersedes }) },
      ],
    })
    expect(changesBetween(offered(), offered(['KB2']))).toEqual([
      { kind: 'supersedence-added', of: ['KB2'], platforms: ['q'] },
      { kind: 'supersedence-removed', of: ['KB1'], platforms: ['q'] },
    ])
  })

  it('tells of one package in place of another for the same platforms that it replaces it', () => {
    const offered = (name: string): Bulletin => ({ ...before, packages: [{ name, platforms: ['p'], files: [] }] })
    expect(changesBetween(offered('a'), offered('b'))).toEqual([
      { kind: 'package-replaced', of: ['b'], from: 'a', to: 'b', platforms: ['p'] },
    ])
  })

  it('tells of another restart on a single platform', () => {
    const noted = (restart: Restart): Bulletin => ({
      ...before,
      restart: 'required',
      platforms: [
        { platform: 'p', rating: 2 },
        { platform: 'q', rating: 2, note: restartNotes[restart] },
      ],
    })
    expect(changesBetween(noted('unknown'), noted('not-required'))).toEqual([
      { kind: 'restart', of: [], from: 'unknown', to: 'not-required', platforms: ['q'] },
    ])
  })

  it('is withdrawn where nothing is left of what it said, and reinstated where it is said again', () => {
    const gone = withdrawn(before)
    expect(changesBetween(before, gone)).toEqual([{ kind: 'withdrawn', of: [] }])
    expect(changesBetween(gone, before)).toEqual([{ kind: 'reinstated', of: [] }])
  })

  it('names a hundred, and tells how many there are', () => {
    const flaw = before.vulnerabilities[0]
    if (flaw === undefined) throw new Error('a vulnerability is needed')
    const more = Array.from({ length: 250 }, (_, at) => ({ ...flaw, id: `CVE-2031-${1000 + at}` }))
    const [added] = changesBetween(before, { ...before, vulnerabilities: [...before.vulnerabilities, ...more] })
    expect([added?.kind, added?.of.length, added?.count]).toEqual(['vulnerability-added', 100, 250])
  })

  it('is read as it was stored before changes told from what to what', () => {
    const kinds = ['new', 'exploit-up', 'severity-up', 'severity-down', 'package-replaced', 'platform-added']
    const others = ['platform-removed', 'known-issue-added', 'vulnerability-added', 'vulnerability-removed', 'text']
    for (const kind of [...kinds, ...others]) expect(Change.parse({ kind, of: ['a'] })).toEqual({ kind, of: ['a'] })
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
