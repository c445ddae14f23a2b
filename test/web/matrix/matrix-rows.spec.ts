import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { ProductStatus, Rating } from '../../../src/contract/words.ts'
import { RatedVulnerability, VulnerabilityTable } from '../../../src/contract/vulnerability.ts'
import { notableReasons } from '../../../src/contract/vocabulary.ts'
import type { BulletinQuery } from '../../../src/contract/summary.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { flawsOf } from '../../../src/domain/matrix/flaws.ts'
import { eachRating, worse } from '../../../src/domain/matrix/ratings.ts'
import { isAffected } from '../../../src/domain/bulletin/severity.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { ratingSaid } from '../../../src/web/matrix/cells.ts'
import { vulnerabilityRows } from '../../../src/web/matrix/matrix-rows.ts'
import { bulletin, indexOf, platformId, platforms } from '../../support/arbitraries.ts'
import { columnsOf } from '../../support/columns.ts'
import { singleRatings } from '../../../src/domain/bulletin/ratings.ts'

/** Few numbers, so that several bulletins fix the same vulnerability; some have none. */
const cve = fc.option(fc.constantFrom('CVE-2031-0001', 'CVE-2031-0002', 'CVE-2031-0003'))
const bulletins = indexOf(
  fc.tuple(bulletin, fc.tuple(cve, cve, cve)).map(([given, cves]) => ({
    ...given,
    vulnerabilities: given.vulnerabilities.map((flaw, at) => ({
      ...flaw,
      id: cves[at] ?? `flaw ${at}`,
      cve: cves[at] ?? null,
    })),
  })),
)

const rated = (given: readonly Bulletin[]): RatedVulnerability[] =>
  given.flatMap(({ id: owner, vulnerabilities }) =>
    vulnerabilities.map(({ id, cve: number, title, ratings }) => ({
      bulletin: owner,
      id,
      cve: number,
      title,
      ratings: singleRatings(ratings),
      reasons: notableReasons.filter((_, at) => (owner.length + id.length + at) % 4 === 0),
    })),
  )

function rowsOf(given: readonly Bulletin[], listed: readonly number[], query: BulletinQuery = {}) {
  const table = encodeTable(rated(given), RatedVulnerability.shape)
  const flaws = flawsOf(openTable(VulnerabilityTable.parse(JSON.parse(JSON.stringify(table)))))
  const columns = columnsOf(
    given.map((each) => ({ ...summarise(each), triage: 'new' as const })),
    platforms,
  )
  const { source, ...rows } = vulnerabilityRows(flaws, columns.table, Uint32Array.from(listed), filterOf(query), [])
  return { ...rows, ...source, shown: Array.from(source.listOf, (_, row) => rows.at(row)) }
}

const everything = (given: readonly Bulletin[]) => given.map((_, row) => row)
const keyOf = ({ bulletin: owner, id, cve: number }: RatedVulnerability) => number ?? `${owner} ${id}`

describe('the rows of the matrix by vulnerability', () => {
  it('are one for each CVE, and one for each flaw of a bulletin that has none', () => {
    fc.assert(
      fc.property(bulletins, (given) => {
        const { shown } = rowsOf(given, everything(given))
        expect(shown).toHaveLength(new Set(rated(given).map(keyOf)).size)
      }),
    )
  })

  it('say of a platform the worst that any bulletin on file says, whichever bulletins are listed', () => {
    fc.assert(
      fc.property(
        bulletins.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(everything(given)))),
        ([given, listed]) => {
          const all = Map.groupBy(rated(given), keyOf)
          for (const { name, bulletins: fixes, ratings } of rowsOf(given, listed).shown) {
            const said = all.get(name) ?? all.get(`${fixes[0]} ${name}`) ?? []
            expect(fixes.toSorted()).toEqual([...new Set(said.map((each) => each.bulletin))].toSorted())
            const expected = Map.groupBy(
              said.flatMap((each) => each.ratings),
              ({ platform }) => platform,
            )
            expect(ratings.map(({ platform }) => platform).toSorted()).toEqual([...expected.keys()].toSorted())
            for (const { platform, rating, bulletin: owner } of ratings) {
              expect(rating).toBe(
                expected
                  .get(platform)
                  ?.map((each) => each.rating)
                  .reduce(worse),
              )
              const own = said.filter((each) => each.bulletin === owner).flatMap((each) => each.ratings)
              expect(own).toContainEqual({ platform, rating })
            }
          }
        },
      ),
    )
  })

  it('say why they call for attention, whichever bulletin says so, and first comes what is exploited', () => {
    fc.assert(
      fc.property(bulletins, (given) => {
        const all = Map.groupBy(rated(given), keyOf)
        const { shown, factsOf } = rowsOf(given, everything(given))
        for (const [row, { name, bulletins: fixes, why }] of shown.entries()) {
          const said = all.get(name) ?? all.get(`${fixes[0]} ${name}`) ?? []
          const reasons = new Set(said.flatMap((each) => each.reasons))
          const told = ['exploited', 'proof-of-concept', 'public', 'more-likely'] as const
          expect(why.map(({ code }) => code)).toEqual(told.filter((code) => reasons.has(code)))
          expect(factsOf(row).attention === 0).toBe(reasons.has('exploited'))
          if (reasons.has('exploited')) expect(factsOf(row).isUrgent).toBe(true)
        }
      }),
    )
  })

  it('have a column for whatever a row affects, and of chosen platforms only what touches them', () => {
    fc.assert(
      fc.property(bulletins, platformId, (given, chosen) => {
        const { lists, listOf, shown } = rowsOf(given, everything(given), { platform: chosen })
        const { platform, rating } = lists.items.columns
        const columns = new Set<unknown>()
        eachRating(lists, listOf, (at, rated) => {
          if (isAffected(rating.values[rated] ?? 'none')) columns.add(platform.values[at])
        })
        for (const { ratings } of shown) {
          const touched = ratings.filter((each) => isAffected(each.rating)).map((each) => each.platform)
          expect(touched.some((id) => id === chosen || id.startsWith(`${chosen}.`))).toBe(true)
          expect([...columns]).toEqual(expect.arrayContaining(touched))
        }
      }),
    )
  })
})

it('are of what is asked for by exploit or disclosure only the exploited or public ones', () => {
  fc.assert(
    fc.property(bulletins, fc.constantFrom('exploit=exploited', 'disclosure=public'), (given, asked) => {
      const [facet = '', option = ''] = asked.split('=')
      const { shown } = rowsOf(given, everything(given), { [facet]: option })
      const all = rated(given).filter(({ reasons }) => reasons.some((reason) => reason === option))
      expect(new Set(shown.map(({ key }) => key)).size).toBe(new Set(all.map(keyOf)).size)
      expect(shown.every(({ why }) => why.some(({ code }) => code === option))).toBe(true)
      // Who has neither is not in the table: nothing is left out.
      const others = rowsOf(given, everything(given), { [facet]: `${option},unknown` })
      expect(others.shown).toHaveLength(rowsOf(given, everything(given)).shown.length)
    }),
  )
})

describe('a search for a CVE', () => {
  it('finds its row alone, and not those of all that is mended with it', () => {
    fc.assert(
      fc.property(bulletins, (given) => {
        const found = rowsOf(given, everything(given), { q: 'cve-2031-0001' }).shown.map(({ name }) => name)
        const isOnFile = given.some(({ vulnerabilities }) =>
          vulnerabilities.some((flaw) => flaw.cve === 'CVE-2031-0001'),
        )
        expect(isOnFile ? found : ['CVE-2031-0001']).toEqual(['CVE-2031-0001'])
      }),
    )
  })

  it('finds the rows of each where several are named', () => {
    fc.assert(
      fc.property(bulletins, (given) => {
        const asked = ['CVE-2031-0001', 'CVE-2031-0003'] as const
        const onFile = new Set(given.flatMap(({ vulnerabilities }) => vulnerabilities.map(({ cve }) => cve)))
        const wanted = asked.filter((name) => onFile.has(name))
        const found = rowsOf(given, everything(given), { q: asked.join(' ') }).shown.map(({ name }) => name)
        expect(wanted.length === 0 ? [] : found.toSorted()).toEqual(wanted)
      }),
    )
  })
})

describe('a cell of the matrix', () => {
  it.each<{ rating: Rating; status?: ProductStatus; said: ReturnType<typeof ratingSaid> }>([
    { rating: 'none', said: 'none' },
    { rating: 'none', status: 'fixed', said: 'fixed' },
    { rating: 'none', status: 'first-fixed', said: 'fixed' },
    { rating: 'none', status: 'recommended', said: 'recommended' },
    { rating: 'unrated', status: 'under-investigation', said: 'under-investigation' },
    { rating: 'unrated', status: 'first-affected', said: 'unrated' },
    { rating: 2, status: 'fixed', said: 2 },
  ])('says $said of what is rated $rating with the status $status', ({ said, ...given }) => {
    expect(ratingSaid({ platform: 'windows-98', ...given })).toBe(said)
  })

  it('says that nothing is on file where nobody rates the platform', () => {
    expect(ratingSaid(null)).toBe('absent')
  })
})
