import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CatalogueSignals } from '../../../src/contract/signals.ts'
import { RatedVulnerability } from '../../../src/contract/vulnerability.ts'
import { exploitabilities } from '../../../src/contract/vocabulary.ts'
import { flawContext } from '../../../src/domain/bulletin/context.ts'
import { indexRow, storedSummary } from '../../../src/domain/bulletin/summary.ts'
import { applyFilter } from '../../../src/domain/filter/apply.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { flawsFound, flawsOf } from '../../../src/domain/matrix/flaws.ts'
import { figuresOf } from '../../../src/domain/overview/figures.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { reasonsFor } from '../../../src/domain/vulnerability/assessed.ts'
import { notableIn, nothingNotable } from '../../../src/domain/vulnerability/notable.ts'
import { bulletin, indexOf, platforms } from '../../support/arbitraries.ts'
import { columnsOf } from '../../support/columns.ts'

/** Few names, so that several bulletins fix the same vulnerability; some have no number, and some one of Microsoft. */
const name = fc.constantFrom(
  { id: 'CVE-2031-0001', cve: 'CVE-2031-0001' },
  { id: 'CVE-2031-0002', cve: 'CVE-2031-0002' },
  { id: 'ADV310001', cve: null },
  { id: 'a', cve: null },
)
const assessed = fc.option(fc.record({ latest: fc.constantFrom(...exploitabilities) }), { nil: undefined })
const bulletins = indexOf(
  fc.tuple(bulletin, fc.array(fc.tuple(name, assessed), { minLength: 3, maxLength: 3 })).map(([given, said]) => ({
    ...given,
    vulnerabilities: given.vulnerabilities.map((flaw, at) => {
      const [named, exploitability] = said[at] ?? []
      return { ...flaw, ...named, ...(exploitability !== undefined && { exploitability }) }
    }),
  })),
)

/** What a list of exploited vulnerabilities says of one of them. */
const listed = fc.boolean().map((isListed): ReadonlyMap<string, CatalogueSignals> => {
  const kev = { addedOn: '2031-03-20', catalogue: '2031.03.20' }
  return new Map(isListed ? [['CVE-2031-0002', { kev }]] : [])
})

it('a figure of vulnerabilities is as many as the matrix has rows under its address', () => {
  fc.assert(
    fc.property(bulletins, listed, (given, signals) => {
      const stored = given.map((each) => ({ ...storedSummary(each), releases: ['2031-03'] }))
      const rated = given.flatMap((each) =>
        each.vulnerabilities.map((flaw): RatedVulnerability => {
          const { id, cve, title } = flaw
          const reasons = reasonsFor(flaw, flawContext(flaw, signals.get(cve ?? '') ?? {}))
          return { bulletin: each.id, id, cve, title, ratings: [], reasons }
        }),
      )
      const flaws = flawsOf(openTable(encodeTable(rated, RatedVulnerability.shape)))
      const columns = columnsOf(
        stored.map((each) => ({ ...indexRow(each, signals), triage: 'new' as const })),
        platforms,
      )
      const notable = new Map(stored.map((each) => [each.id, notableIn(each, signals) ?? nothingNotable]))
      const facts = { columns, notable, lines: [], platforms: [], toInstall: new Map() }
      for (const { count, by, bulletins: alerts, query } of Object.values(
        figuresOf(facts, { key: '2031-03' }, []),
      ).filter((each) => each !== null)) {
        const filter = filterOf(query)
        const found = Array.from(applyFilter(columns, filter).rows, (row) => columns.summaryAt(row).id)
        expect(found.length).toBe(alerts)
        expect(by === 'bulletin' ? found.length : flawsFound(flaws, new Set(found), filter).length).toBe(count)
      }
    }),
  )
})
