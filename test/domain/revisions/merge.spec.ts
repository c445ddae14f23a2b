import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin, Vulnerability } from '../../../src/contract/bulletin.ts'
import type { DocumentStatus, Rating } from '../../../src/contract/words.ts'
import { severities } from '../../../src/contract/vocabulary.ts'
import { assembled } from '../../../src/domain/bulletin/assemble.ts'
import { canonical } from '../../../src/domain/revisions/canonical.ts'
import { mergeParts } from '../../../src/domain/revisions/merge.ts'
import { bulletin } from '../../support/arbitraries.ts'
import { singleRatings } from '../../../src/domain/bulletin/ratings.ts'

const documents = ['2019-May', '2019-Jun', '2019-Jul']
/** What up to three documents say of one bulletin. */
const parts = fc.array(bulletin, { minLength: 1, maxLength: 3 }).map((given) =>
  given.map((each, at): Bulletin => ({
    ...each,
    id: 'KB4499408',
    source: { kind: 'msrc-cvrf', document: documents[at] ?? '', retrievedAt: null },
  })),
)

describe('what several documents say of one bulletin', () => {
  it('is the document itself where there is one', () => {
    fc.assert(
      fc.property(bulletin, (only) => {
        expect(mergeParts([only])).toBe(only)
      }),
    )
  })

  it('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(canonical(mergeParts(given.toReversed()))).toBe(canonical(mergeParts(given)))
      }),
    )
  })

  it('has every vulnerability on every platform of each', () => {
    const pairs = ({ vulnerabilities }: Bulletin) =>
      vulnerabilities.flatMap(({ id, ratings }) => [
        id,
        ...singleRatings(ratings).map(({ platform }) => `${id} ${platform}`),
      ])
    fc.assert(
      fc.property(parts, (given) => {
        const all = new Set(pairs(mergeParts(given)))
        expect(given.flatMap(pairs).filter((pair) => !all.has(pair))).toEqual([])
      }),
    )
  })

  it('is updated on the last day, and names every document', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { updatedOn, source } = mergeParts(given)
        expect(updatedOn).toBe(
          given
            .map((each) => each.updatedOn)
            .toSorted()
            .at(-1),
        )
        expect(source.document.split(', ').toSorted()).toEqual(documents.slice(0, given.length).toSorted())
      }),
    )
  })

  it('is as severe as the worst of its vulnerabilities on any platform', () => {
    fc.assert(
      fc.property(parts, (given) => {
        fc.pre(given.length > 1)
        const { severity, vulnerabilities } = mergeParts(given)
        const rated = new Set(vulnerabilities.flatMap(({ ratings }) => ratings.map(({ rating }) => rating)))
        for (const each of severities.filter((word) => rated.has(word)))
          expect(severity ?? Infinity).toBeLessThanOrEqual(each)
      }),
    )
  })

  it('is nothing without any', () => {
    expect(() => mergeParts([])).toThrow('parts: none given')
  })
})

describe('a KB of two months', () => {
  const flaw = (id: string, platform: string, rating: Rating = 2): Vulnerability => ({
    id,
    cve: id,
    title: { en: id },
    impact: null,
    disclosure: 'unknown',
    exploit: 'unknown',
    references: [],
    ratings: [{ platforms: [platform], rating }],
  })
  const part = (document: string, publishedOn: string, said: Partial<Bulletin>): Bulletin => {
    const whole: Bulletin = {
      id: 'KB5901031',
      kb: ['5901031'],
      title: { en: `Update of ${document}` },
      publishedOn,
      updatedOn: publishedOn,
      revision: publishedOn,
      revisions: [{ number: publishedOn, on: publishedOn, summary: { en: 'Published' } }],
      severity: null,
      impact: null,
      urgency: { level: 'wait', basis: 'rule', why: { en: 'why' } },
      exploit: 'unknown',
      disclosure: 'unknown',
      restart: 'required',
      uninstall: 'unknown',
      environments: [],
      supersedes: [],
      vulnerabilities: [],
      platforms: [],
      packages: [],
      tests: [],
      knownIssues: [],
      lifecycle: [],
      detection: [],
      verification: [],
      rollout: [],
      consoles: [],
      references: [],
      source: { kind: 'msrc-cvrf', document, retrievedAt: null },
      ...said,
    }
    const { platforms, ...facts } = assembled(whole)
    return { ...whole, ...facts, platforms: said.platforms ?? platforms }
  }
  /** Merged, after it has been seen that the order does not matter. */
  const merged = (...parts: Bulletin[]) => {
    const one = mergeParts(parts)
    expect(mergeParts(parts.toReversed())).toEqual(one)
    return one
  }
  const april = part('2031-Apr', '2031-04-08', {
    updatedOn: '2031-09-10',
    vulnerabilities: [flaw('CVE-2031-30031', 'internet-explorer-11')],
  })
  const september = part('2031-Sep', '2031-09-09', {
    vulnerabilities: [flaw('CVE-2031-30032', 'windows-11.24h2'), flaw('CVE-2031-30033', 'windows-11.24h2')],
  })

  it('goes by the month that holds most of its vulnerabilities', () => {
    const { title, publishedOn } = merged(april, september)
    expect([title.en, publishedOn]).toEqual(['Update of 2031-Sep', '2031-09-09'])
  })

  it('has the revisions of all months since its publication', () => {
    const revised = (...days: string[]) =>
      days.map((day) => ({ number: day, on: day, summary: { en: `Revised on ${day}` } }))
    const earlier = { ...april, revisions: [...april.revisions, ...revised('2031-05-13', '2031-09-09', '2031-10-01')] }
    expect(merged(earlier, september).revisions.map(({ on, summary }) => [on, summary.en])).toEqual([
      ['2031-09-09', 'Published / Revised on 2031-09-09'],
      ['2031-10-01', 'Revised on 2031-10-01'],
    ])
  })

  it('goes by the later month where both hold as many', () => {
    const october = part('2031-Oct', '2031-10-14', { vulnerabilities: [flaw('CVE-2031-30034', 'windows-11.24h2')] })
    expect(merged(april, october).title.en).toBe('Update of 2031-Oct')
  })

  it('says on which later day another month lists it, too', () => {
    const october = part('2031-Oct', '2031-10-14', { vulnerabilities: [flaw('CVE-2031-30034', 'windows-11.24h2')] })
    expect(merged(october, september).revisions.map(({ on, summary }) => [on, summary.en])).toEqual([
      ['2031-09-09', 'Published'],
      ['2031-10-14', 'Also listed in 2031-Oct'],
    ])
  })

  it('keeps what both months revised on one day', () => {
    const revisedIn = (bulletin: Bulletin, en: string) => ({
      ...bulletin,
      revisions: [...bulletin.revisions, { number: '2031-11-02', on: '2031-11-02', summary: { en } }],
    })
    const both = merged(revisedIn(april, 'Revised: CVE-1'), revisedIn(september, 'Revised: CVE-2'))
    expect(both.revisions.at(-1)?.summary.en).toBe('Revised: CVE-2 / Revised: CVE-1')
  })

  it('is rated on each platform by the newest document that rates it there', () => {
    const older = part('2031-Apr', '2031-04-08', { vulnerabilities: [flaw('CVE-1', 'windows-10.1607', 1)] })
    const newer = part('2031-Sep', '2031-09-09', { vulnerabilities: [flaw('CVE-1', 'windows-10.1607', 3)] })
    const { vulnerabilities, platforms, severity } = merged(older, newer)
    expect(vulnerabilities.flatMap(({ ratings }) => ratings)).toEqual([{ platforms: ['windows-10.1607'], rating: 3 }])
    expect([platforms, severity]).toEqual([[{ platform: 'windows-10.1607', rating: 3 }], 3])
  })

  it('goes by the moment of release where documents give one, whatever their days', () => {
    const released = (bulletin: Bulletin, releasedAt: string): Bulletin => ({
      ...bulletin,
      source: { ...bulletin.source, releasedAt },
    })
    const said = { vulnerabilities: [flaw('CVE-1', 'windows-10.1607', 1)] }
    const other = { vulnerabilities: [flaw('CVE-1', 'windows-10.1607', 3)] }
    const morning = released(part('2031-Sep', '2031-09-09', said), '2031-11-02T08:00:00Z')
    const evening = released(part('2031-Apr', '2031-04-08', other), '2031-11-02T18:00:00+02:00')
    expect(merged(morning, evening).severity).toBe(3)
  })

  it('counts what the newer month does not say as the older one said it', () => {
    const said = { ...april, action: { en: 'Restart twice.' } }
    expect(merged(said, september).action?.en).toBe('Restart twice.')
  })

  it('needs the strictest restart, and notes the platforms that need another', () => {
    const mild = part('2031-Apr', '2031-04-08', {
      restart: 'not-required',
      vulnerabilities: [flaw('CVE-2031-30031', 'internet-explorer-11')],
    })
    const { restart, platforms } = merged(mild, september)
    expect(restart).toBe('required')
    expect(platforms.map(({ platform, note }) => [platform, note?.en])).toEqual([
      ['internet-explorer-11', 'Restart: not required'],
      ['windows-11.24h2', undefined],
    ])
  })

  it('replaces on each platform what its month says', () => {
    const offered = (bulletin: Bulletin, platform: string, replaced: string): Bulletin => ({
      ...bulletin,
      supersedes: [replaced],
      packages: [{ name: 'KB5901031', platforms: [platform], files: [] }],
    })
    const { supersedes, packages } = merged(
      offered(april, 'internet-explorer-11', 'KB1'),
      offered(september, 'windows-11.24h2', 'KB2'),
    )
    expect(supersedes.toSorted()).toEqual(['KB1', 'KB2'])
    expect(packages.map((each) => [each.platforms, each.supersedes])).toContainEqual([['windows-11.24h2'], ['KB2']])
  })

  it('offers the same package once', () => {
    const packages = (platform: string) => [{ name: 'KB5901031', platforms: [platform], files: [] }]
    const offered = merged({ ...april, packages: packages('a') }, { ...september, packages: packages('b') })
    expect(offered.packages.map(({ platforms }) => platforms.toSorted())).toEqual([['a', 'b']])
  })

  it.each<[Bulletin['source']['tlp'], Bulletin['source']['tlp'], Bulletin['source']['tlp']]>([
    ['RED', 'WHITE', 'RED'],
    ['GREEN', 'AMBER+STRICT', 'AMBER+STRICT'],
    ['AMBER', undefined, 'AMBER'],
    [undefined, undefined, undefined],
  ])('is passed on to no more people than %s and %s allow: %s', (one, other, strictest) => {
    const labelled = (bulletin: Bulletin, tlp: Bulletin['source']['tlp']): Bulletin => ({
      ...bulletin,
      source: { ...bulletin.source, ...(tlp && { tlp }) },
    })
    expect(merged(labelled(april, one), labelled(september, other)).source.tlp).toBe(strictest)
  })

  it('is a draft where any document is one, and leaves out what was taken back', () => {
    const inState = (bulletin: Bulletin, status: DocumentStatus): Bulletin => ({
      ...bulletin,
      source: { ...bulletin.source, status },
    })
    expect(merged(inState(april, 'draft'), inState(september, 'interim')).source.status).toBe('draft')
    expect(merged(inState(april, 'withdrawn'), september)).toEqual(september)
  })
})
