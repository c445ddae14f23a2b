import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAffected } from '../../../src/domain/bulletin/severity.ts'
import { isWithin } from '../../../src/domain/platforms/platforms.ts'
import { newestByPlatform } from '../../../src/domain/platforms/recency.ts'
import { indexOf, platforms, summary } from '../../support/arbitraries.ts'
import { columnsOf } from '../../support/columns.ts'

it('is the newest day on which anything of a platform was affected', () => {
  fc.assert(
    fc.property(indexOf(summary), (summaries) => {
      const newest = newestByPlatform(columnsOf(summaries, platforms).table)
      for (const { id } of platforms) {
        const days = summaries
          .filter((row) => row.platforms.some((each) => isWithin(each.platform, id) && isAffected(each.rating)))
          .map(({ publishedOn }) => publishedOn)
        expect(newest.get(id)?.day).toBe(days.toSorted().at(-1))
      }
    }),
  )
})
