import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinQuery, Summary } from '../../../src/contract/summary.ts'
import { applyFilter } from '../../../src/domain/filter/apply.ts'
import type { Columns } from '../../../src/domain/filter/columns.ts'
import { facets, type Facet } from '../../../src/contract/facets.ts'
import { filterOf, type Filter } from '../../../src/domain/filter/filter.ts'
import { indexOf, platforms, query, summary } from '../../support/arbitraries.ts'
import { columnsOf, filterWhole } from '../../support/columns.ts'
import { naiveFilter } from '../../support/naive-filter.ts'

const index = indexOf(summary)
const ids = (result: { bulletins: { id: string }[] }) => result.bulletins.map(({ id }) => id)
const only = (filter: Filter, facet: Facet, option: string | number): Filter => ({ ...filter, [facet]: [option] })

/** Runs a check on any index under any filter. */
const always = (check: (columns: Columns, asked: BulletinQuery, summaries: readonly Summary[]) => void) =>
  fc.assert(fc.property(index, query, (summaries, asked) => check(columnsOf(summaries, platforms), asked, summaries)))

describe('the filter of a query', () => {
  it('holds the chosen options of each field', () => {
    expect(
      filterOf({ severity: '1,unrated', urgency: 'early', platform: 'windows-2000.sp3,windows-xp', q: 'TCP' }),
    ).toEqual({
      ...filterOf({}),
      severity: [1, 'unrated'],
      urgency: ['early'],
      platform: ['windows-2000.sp3', 'windows-xp'],
      q: 'TCP',
    })
  })

  it('asks for nothing when the query is empty', () => {
    always((columns, _, summaries) => {
      expect(ids(filterWhole(columns, filterOf({}))).toSorted()).toEqual(summaries.map(({ id }) => id).toSorted())
    })
  })
})

describe('a filtered list', () => {
  it('holds the bulletins that meet every field, and no other', () => {
    always((columns, asked, summaries) => {
      const filter = filterOf(asked)
      const together = ids(filterWhole(columns, filter))
      const apart = Object.entries(filter).map(([field, value]) =>
        ids(filterWhole(columns, { ...filterOf({}), [field]: value })),
      )
      const expected = summaries.map(({ id }) => id).filter((id) => apart.every((list) => list.includes(id)))
      expect(together.toSorted()).toEqual(expected.toSorted())
    })
  })

  it('is what a naive filter gives, in the same order and with the same counts', () => {
    always((columns, asked, summaries) => {
      const sort = asked.sort ?? 'urgency'
      const expected = naiveFilter(summaries, platforms, filterOf(asked), sort)
      expect(filterWhole(columns, filterOf(asked), sort)).toEqual(expected)
    })
  })

  it('holds only bulletins of a chosen severity, urgency, exploit and restart', () => {
    always((columns, asked) => {
      const { bulletins } = filterWhole(columns, filterOf(asked))
      for (const field of ['severity', 'exploit', 'restart'] as const) {
        const chosen = asked[field]?.split(',')
        if (chosen) expect(bulletins.filter((each) => !chosen.includes(String(each[field] ?? 'unrated')))).toEqual([])
      }
      const urgency = asked.urgency?.split(',')
      if (urgency) expect(bulletins.filter((each) => !urgency.includes(each.urgency.level))).toEqual([])
    })
  })

  it('means by an id that a platform went by before what it means by the one of now', () => {
    const renamed = platforms.map((platform) => ({ ...platform, formerIds: [`other.${platform.id}`] }))
    fc.assert(
      fc.property(index, fc.constantFrom(...platforms), (summaries, { id }) => {
        const columns = columnsOf(summaries, renamed)
        const shown = (platform: string) => ids(filterWhole(columns, filterOf({ platform })))
        expect(shown(`other.${id}`)).toEqual(shown(id))
      }),
    )
  })

  it('counts for each option what choosing that option alone would show', () => {
    always((columns, asked) => {
      const filter = filterOf(asked)
      const { counts } = filterWhole(columns, filter)
      for (const facet of facets) {
        for (const [option, count] of counts[facet]) {
          expect(filterWhole(columns, only(filter, facet, option)).bulletins, `${facet} ${option}`).toHaveLength(count)
        }
      }
    })
  })

  it('counts what is chosen, also where that is no usual option', () => {
    fc.assert(
      fc.property(index, fc.constantFrom('3', '0-14', '61-9999'), (summaries, due) => {
        const { bulletins, counts } = filterWhole(columnsOf(summaries, platforms), filterOf({ due }))
        const [option = ''] = filterOf({ due }).due
        expect(counts.due.get(option) ?? 0).toBe(bulletins.length)
      }),
    )
  })

  it('leaves only options uncounted that would show nothing', () => {
    always((columns, asked) => {
      const filter = filterOf(asked)
      const { counts } = filterWhole(columns, filter)
      for (const { id } of platforms.filter((platform) => !counts.platform.has(platform.id))) {
        expect(filterWhole(columns, only(filter, 'platform', id)).bulletins).toEqual([])
      }
    })
  })

  it('is the same list in another order when it is sorted otherwise', () => {
    always((columns, asked) => {
      const filter = filterOf(asked)
      const byId = ids(filterWhole(columns, filter, 'id'))
      expect(byId).toEqual(byId.toSorted().toReversed())
      expect(ids(filterWhole(columns, filter, 'urgency')).toSorted()).toEqual(byId.toSorted())
      const updated = filterWhole(columns, filter, 'updated').bulletins.map(({ updatedOn }) => updatedOn)
      expect(updated).toEqual(updated.toSorted().toReversed())
    })
  })

  it('comes by due day where there are machines, else by urgency', () => {
    always((columns, asked) => {
      const inOrder = (of: Columns, sort?: 'due' | 'urgency') => [...applyFilter(of, filterOf(asked), sort).rows]
      const without = columns.with({ machines: [] })
      expect(inOrder(without)).toEqual(inOrder(without, 'urgency'))
      const some = columns.with({ machines: [{ platform: 'windows-xp', machines: 3, mayBe: ['windows-xp.sp2'] }] })
      expect(inOrder(some)).toEqual(inOrder(some, 'due'))
    })
  })

  it('does not depend on the order of the index', () => {
    always((columns, asked, summaries) => {
      const filter = filterOf(asked)
      expect(ids(filterWhole(columnsOf(summaries.toReversed(), platforms), filter, asked.sort))).toEqual(
        ids(filterWhole(columns, filter, asked.sort)),
      )
    })
  })
})
