import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { IndexRow } from '../../../src/contract/summary.ts'
import { readReleaseKey } from '../../../src/contract/release-key.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { apartDays } from '../../../src/domain/releases/apart.ts'
import { releasesIn } from '../../../src/domain/releases/list.ts'
import { releasesOf } from '../../../src/domain/releases/membership.ts'
import { monthAfter, nextPatchTuesday, patchTuesdayOf } from '../../../src/domain/releases/patch-tuesday.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { releaseName } from '../../../src/words/releases.ts'
import { listing } from '../../support/listing.ts'
import { day, indexOf, summary } from '../../support/arbitraries.ts'

const source = (kind: Bulletin['source']['kind'], document: string, more: Partial<Bulletin['source']> = {}) => ({
  source: { kind, document, retrievedAt: null, ...more },
  publishedOn: '2031-03-11',
})
const advisory = (publisher: string, more: Partial<Bulletin['source']> = {}) =>
  source('csaf', `${publisher} AB-1`, { trackingId: 'AB-1', ...more })

describe('the releases of a bulletin', () => {
  it.each([
    { of: 'a KB of one month', bulletin: source('msrc-cvrf', '2031-Mar'), releases: ['2031-03'] },
    {
      of: 'a KB of several months',
      bulletin: source('msrc-cvrf', '2031-Apr, 2031-Mar'),
      releases: ['2031-03', '2031-04'],
    },
    { of: 'an advisory', bulletin: advisory('CISA'), releases: ['cisa-2031-03'] },
    {
      of: 'an advisory of a long name',
      bulletin: advisory('Näme & Söhne, Inc.'),
      releases: ['näme-söhne-inc-2031-03'],
    },
    { of: 'what no document lists any more', bulletin: advisory('CISA', { status: 'withdrawn' }), releases: [] },
    { of: 'a bulletin that ships', bulletin: source('microsoft-bulletin', 'MS05-019'), releases: [] },
    { of: 'a bulletin of our own', bulletin: source('hotfix-report', 'a page'), releases: [] },
  ])('$of: $releases', ({ bulletin, releases }) => {
    expect(releasesOf(bulletin)).toEqual(releases)
    for (const key of releases) expect(readReleaseKey(key)?.month).toBe(key.slice(-7))
  })
})

describe('a KB came out apart from its month', () => {
  const fix = (revisions: readonly [on: string, text: string][], flaws: number, kb = ['5004945']): Bulletin => ({
    ...listing(
      'KB5004945',
      Array.from({ length: flaws }, (_, at) => `CVE-2031-000${at}`),
    ),
    ...source('msrc-cvrf', '2031-Mar'),
    kb,
    revisions: revisions.map(([on, en]) => ({ number: on, on, summary: { en } })),
  })
  const month = ['2031-03-11', 'Published'] as const
  it.each([
    {
      of: 'all of its vulnerabilities on another day',
      bulletin: fix([['2031-03-01', 'Published: CVE-2031-0000'], [...month]], 1),
      days: ['2031-03-01'],
    },
    {
      of: 'many of them',
      bulletin: fix([[...month], ['2031-03-20', 'Published: 6 vulnerabilities\n\nMore of it.']], 6),
      days: ['2031-03-20'],
    },
    {
      of: 'some of them on the day of the month',
      bulletin: fix([['2031-03-01', 'Published: CVE-2031-0000'], [...month]], 2),
      days: [],
    },
    {
      of: 'those that were published long before',
      bulletin: fix([['2030-09-01', 'Published: CVE-2031-0000'], [...month]], 1),
      days: [],
    },
    { of: 'what was revised only', bulletin: fix([[...month], ['2031-03-20', 'Revised: CVE-2031-0000']], 1), days: [] },
    {
      of: 'a program without a KB',
      bulletin: fix([['2031-03-01', 'Published: CVE-2031-0000'], [...month]], 1, []),
      days: [],
    },
  ])('$of: $days', ({ bulletin, days }) => {
    expect(apartDays(bulletin)).toEqual(days)
    const row = { ...summarise(bulletin), kb: bulletin.kb }
    const table = openTable<IndexRow>(encodeTable([row], IndexRow.shape))
    expect(releasesIn(table, new Map([[row.id, { apart: days }]])).releases[0]?.outOfBand).toEqual(days)
  })
})

describe('Patch Tuesday', () => {
  it('is a Tuesday from the 8th to the 14th, and the next one is never over', () => {
    fc.assert(
      fc.property(day, (any) => {
        const next = nextPatchTuesday(any)
        expect(next >= any && next.slice(0, 7) <= monthAfter(any.slice(0, 7))).toBe(true)
        expect(new Date(next).getUTCDay()).toBe(2)
        expect(Number(next.slice(8))).toBeGreaterThan(7)
        expect(Number(next.slice(8))).toBeLessThan(15)
      }),
    )
    expect(['2025-06', '2025-07', '2026-12'].map(patchTuesdayOf)).toEqual(['2025-06-10', '2025-07-08', '2026-12-08'])
    expect(monthAfter('2025-01', -2)).toBe('2024-11')
  })
})

describe('the list of releases', () => {
  it('counts every bulletin once in each of its releases, the newest month first', () => {
    fc.assert(
      fc.property(indexOf(summary), (rows) => {
        const { newest, releases, unreleased } = releasesIn(openTable<IndexRow>(encodeTable(rows, IndexRow.shape)))
        for (const { key, count, severities } of releases) {
          const own = rows.filter((row) => row.releases.includes(key))
          expect(count).toBe(own.length)
          expect(Object.values(severities).reduce((sum, each) => sum + each, 0)).toBe(count)
          expect(severities.unrated).toBe(own.filter(({ severity }) => severity === null).length)
        }
        expect(unreleased).toBe(rows.filter((row) => row.releases.length === 0).length)
        const months = releases.map(({ month }) => month)
        expect(months).toEqual(months.toSorted().toReversed())
        const monthly = releases.find(({ patchTuesday }) => patchTuesday !== null)
        expect(newest).toBe((monthly ?? releases[0])?.key ?? null)
      }),
    )
  })
})

it('a release is named by its month', () => {
  expect(['2025-06', 'cisa-2025-06', 'no key'].map((key) => releaseName(key, 'ja'))).toEqual([
    '2025年6月 定例',
    'CISA 2025年6月',
    'no key',
  ])
  expect(releaseName('2025-06', 'en')).toBe('June 2025')
})
