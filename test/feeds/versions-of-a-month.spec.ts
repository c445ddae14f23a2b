import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { changesBetween } from '../../src/domain/revisions/changes.ts'
import { mergeParts } from '../../src/domain/revisions/merge.ts'
import { importMsrcCvrf } from '../../src/feeds/msrc-cvrf/import.ts'
import { cvrf, type Flaw, type Month } from './cvrf.ts'

const one = async (month: Month): Promise<Bulletin> => {
  const { bulletins, problems } = await importMsrcCvrf(cvrf(month))
  expect(problems).toEqual([])
  const [bulletin] = bulletins
  if (bulletin === undefined) throw new Error('a bulletin is needed')
  return bulletin
}
const told = async (before: Month, after: Month) => changesBetween(await one(before), await one(after))

const vector = (privileges: string) => `CVSS:3.1/AV:N/AC:L/PR:${privileges}/UI:R/S:U/C:H/I:H/A:H`
const fix = (products: string[]) => ({ label: '5901061', products, restart: 'Yes', subType: 'Security Update' })
const both: Flaw = {
  cve: 'CVE-2031-30061',
  severities: { w1: 'Important', w2: 'Important' },
  remediations: [fix(['w1', 'w2'])],
}
const single: Flaw = {
  cve: 'CVE-2031-30062',
  severities: { w1: 'Important' },
  scores: [{ base: '8.8', vector: vector('N'), products: ['w1'] }],
  remediations: [fix(['w1'])],
}
const june: Month = {
  id: '2031-Jun',
  published: '2031-06-10',
  products: {
    w1: 'Windows 11 Version 24H2 for x64-based Systems',
    w2: 'Windows 10 Version 1607 for x64-based Systems',
  },
  flaws: [both, single],
}

describe('a later version of a month', () => {
  it('tells nothing where only the order of the vulnerabilities is another one', async () => {
    expect(await told(june, { ...june, updated: '2031-06-11', flaws: [single, both] })).toEqual([])
  })

  it('tells nothing where only days are others', async () => {
    const revised = { ...both, revisions: ['2031-06-10', '2031-06-12'] }
    expect(await told(june, { ...june, updated: '2031-06-12', flaws: [revised, single] })).toEqual([])
  })

  it('tells of a vulnerability that it was brought out anew, and of no lesser revision', async () => {
    const revised = (...revisions: string[]): Month => ({ ...june, flaws: [{ ...both, revisions }, single] })
    const first = revised('1.0 2031-06-10')
    expect(await told(first, revised('1.0 2031-06-10', '1.1 2031-06-12 Updated FAQ'))).toEqual([])
    // Microsoft prints them in any order, and ten comes after nine.
    expect(await told(first, revised('10.0 2031-06-13 Added a product', '9.3 2031-06-12', '1.0 2031-06-10'))).toEqual([
      { kind: 're-released', of: ['CVE-2031-30061'], from: '1.0', to: '10.0' },
    ])
    // What was read before revisions were counted says nothing.
    expect(await told(revised(), revised('2.0 2031-06-13'))).toEqual([])
  })

  it('tells on which platform a vulnerability is new, and its score', async () => {
    const wider: Flaw = {
      ...single,
      severities: { w1: 'Important', w2: 'Important' },
      scores: [{ base: '8.0', vector: vector('L'), products: ['w1', 'w2'] }],
      remediations: [fix(['w1', 'w2'])],
    }
    expect(await told(june, { ...june, flaws: [both, wider] })).toEqual([
      { kind: 'vulnerability-rerated', of: ['CVE-2031-30062'], to: '2', platforms: ['windows-10.1607.x64'] },
      { kind: 'score', of: ['CVE-2031-30062'], from: '8.8', to: '8.0' },
    ])
  })

  it('tells of a further package that it is added, and replaces nothing', async () => {
    const edge = (build: string) => ({ label: 'Release Notes', products: ['w1'], fixedBuild: build })
    const july = (...builds: string[]): Month => ({
      ...june,
      flaws: builds.map((build, at) => ({
        cve: `CVE-2031-3007${at}`,
        severities: { w1: 'Important' },
        remediations: [edge(build)],
      })),
    })
    expect(await told(july('141.0.1.1'), july('141.0.1.1', '141.0.2.2'))).toEqual([
      { kind: 'package-added', of: ['Release Notes'], to: '141.0.2.2', platforms: ['windows-11.24h2.x64'] },
      { kind: 'vulnerability-added', of: ['CVE-2031-30071'] },
    ])
  })

  const built = (fixedBuild: string): Month => ({
    ...june,
    flaws: [{ ...single, remediations: [{ ...fix(['w1']), fixedBuild }] }],
  })

  it('tells that a package is replaced where its build was corrected', async () => {
    expect(await told(built('10.0.26100.1'), built('10.0.26100.2'))).toEqual([
      {
        kind: 'package-replaced',
        of: ['KB5901061 (Security Update)'],
        from: '10.0.26100.1',
        to: '10.0.26100.2',
        platforms: ['windows-11.24h2.x64'],
      },
    ])
  })

  it('tells quietly that an address was filled in', async () => {
    const addressed = { ...single, remediations: [{ ...fix(['w1']), url: 'https://example.com/kb5901061' }] }
    expect(await told({ ...june, flaws: [single] }, { ...june, flaws: [addressed] })).toEqual([
      { kind: 'link', of: [] },
    ])
  })

  it('tells that a restart was filled in', async () => {
    const blank = { ...single, remediations: [{ ...fix(['w1']), restart: '' }] }
    expect(await told({ ...june, flaws: [blank] }, { ...june, flaws: [single] })).toEqual([
      { kind: 'restart', of: [], from: 'unknown', to: 'required' },
    ])
  })

  it('tells of a vulnerability whose entry was emptied all that it no longer says', async () => {
    const retracted: Flaw = { ...single, title: 'RETRACTED', severities: { w1: '' }, scores: [], impact: '' }
    const changes = await told({ ...june, flaws: [both, single] }, { ...june, flaws: [both, retracted] })
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['vulnerability-rerated', '2', 'unrated'],
      ['score', '8.8', undefined],
      ['impact', 'remote-code-execution', undefined],
      ['text', undefined, undefined],
    ])
    expect(new Set(changes.flatMap(({ of }) => of))).toEqual(new Set(['CVE-2031-30062']))
  })
})

describe('a KB that stands in two months', () => {
  it('has title, month and day of the one that holds most of its vulnerabilities', async () => {
    const remediations = [fix(['w1'])]
    const flaw = (cve: string): Flaw => ({ cve, severities: { w1: 'Important' }, remediations })
    const april = await one({
      id: '2031-Apr',
      published: '2031-04-08',
      updated: '2031-09-09',
      products: { w1: 'Internet Explorer 11 on Windows 10 for x64-based Systems' },
      flaws: [{ ...flaw('CVE-2031-30031'), revisions: ['2031-09-09'] }],
    })
    const september = await one({
      ...june,
      id: '2031-Sep',
      published: '2031-09-09',
      flaws: ['CVE-2031-30032', 'CVE-2031-30033', 'CVE-2031-30034'].map(flaw),
    })
    const merged = mergeParts([april, september])
    expect([merged.title.en, merged.publishedOn]).toEqual([september.title.en, '2031-09-09'])
    expect(merged.title.en).toContain('September 2031')
    expect(mergeParts([september, april])).toEqual(merged)
  })
})
