import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinQuery } from '../../src/contract/summary.ts'
import { applyFilter, filterOf, rowsOf, type Facet, type Filter } from '../../src/domain/filter.ts'
import { summarise } from '../../src/domain/summary.ts'
import { bulletin, indexOf, platforms, query } from '../support/arbitraries.ts'

const facets = ['severity', 'urgency', 'exploit', 'restart', 'platform'] as const satisfies readonly Facet[]
const index = indexOf(bulletin.map(summarise))
const ids = (result: { bulletins: { id: string }[] }) => result.bulletins.map(({ id }) => id)
const only = (filter: Filter, facet: Facet, option: string | number): Filter => ({ ...filter, [facet]: [option] })

/** Runs a check on any index under any filter. */
const always = (check: (rows: ReturnType<typeof rowsOf>, asked: BulletinQuery) => void) =>
  fc.assert(fc.property(index, query, (summaries, asked) => check(rowsOf(summaries, platforms), asked)))

describe('the filter of a query', () => {
  it('holds the chosen options of each field', () => {
    expect(filterOf({ severity: '1,2', urgency: 'early', platform: 'windows-2000.sp3,windows-xp', q: 'TCP' })).toEqual({
      severity: [1, 2],
      urgency: ['early'],
      exploit: [],
      restart: [],
      platform: ['windows-2000.sp3', 'windows-xp'],
      q: 'TCP',
    })
  })

  it('asks for nothing when the query is empty', () => {
    always((rows) => {
      expect(ids(applyFilter(rows, filterOf({}))).toSorted()).toEqual(rows.map(({ summary }) => summary.id).toSorted())
    })
  })
})

describe('a filtered list', () => {
  it('holds the bulletins that meet every field, and no other', () => {
    always((rows, asked) => {
      const filter = filterOf(asked)
      const together = ids(applyFilter(rows, filter))
      const apart = Object.entries(filter).map(([field, value]) =>
        ids(applyFilter(rows, { ...filterOf({}), [field]: value })),
      )
      const expected = rows.map(({ summary }) => summary.id).filter((id) => apart.every((list) => list.includes(id)))
      expect(together.toSorted()).toEqual(expected.toSorted())
    })
  })

  it('holds only bulletins of a chosen severity, urgency, exploit and restart', () => {
    always((rows, asked) => {
      const { bulletins } = applyFilter(rows, filterOf(asked))
      for (const field of ['severity', 'exploit', 'restart'] as const) {
        const chosen = asked[field]?.split(',')
        if (chosen) expect(bulletins.filter((each) => !chosen.includes(String(each[field])))).toEqual([])
      }
      const urgency = asked.urgency?.split(',')
      if (urgency) expect(bulletins.filter((each) => !urgency.includes(each.urgency.level))).toEqual([])
    })
  })

  it('counts for each option what choosing that option alone would show', () => {
    always((rows, asked) => {
      const filter = filterOf(asked)
      const { counts } = applyFilter(rows, filter)
      for (const facet of facets) {
        for (const [option, count] of counts[facet]) {
          expect(applyFilter(rows, only(filter, facet, option)).bulletins, `${facet} ${option}`).toHaveLength(count)
        }
      }
    })
  })

  it('leaves only options uncounted that would show nothing', () => {
    always((rows, asked) => {
      const filter = filterOf(asked)
      const { counts } = applyFilter(rows, filter)
      for (const { id } of platforms.filter((platform) => !counts.platform.has(platform.id))) {
        expect(applyFilter(rows, only(filter, 'platform', id)).bulletins).toEqual([])
      }
    })
  })

  it('is the same list in another order when it is sorted otherwise', () => {
    always((rows, asked) => {
      const filter = filterOf(asked)
      const byId = ids(applyFilter(rows, filter, 'id'))
      expect(byId).toEqual(byId.toSorted().toReversed())
      expect(ids(applyFilter(rows, filter, 'urgency')).toSorted()).toEqual(byId.toSorted())
      const updated = applyFilter(rows, filter, 'updated').bulletins.map(({ updatedOn }) => updatedOn)
      expect(updated).toEqual(updated.toSorted().toReversed())
    })
  })

  it('does not depend on the order of the index', () => {
    always((rows, asked) => {
      const filter = filterOf(asked)
      expect(ids(applyFilter(rows.toReversed(), filter, asked.sort))).toEqual(
        ids(applyFilter(rows, filter, asked.sort)),
      )
    })
  })
})
