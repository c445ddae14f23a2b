import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { canonical } from '../../../src/domain/canonical.ts'
import { mergeParts } from '../../../src/domain/revisions/merge.ts'
import { bulletin } from '../../support/arbitraries.ts'

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
      vulnerabilities.flatMap(({ id, ratings }) => [id, ...ratings.map(({ platform }) => `${id} ${platform}`)])
    fc.assert(
      fc.property(parts, (given) => {
        const all = new Set(pairs(mergeParts(given)))
        expect(given.flatMap(pairs).filter((pair) => !all.has(pair))).toEqual([])
      }),
    )
  })

  it('is published on the first day, updated on the last, and names every document', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { publishedOn, updatedOn, source } = mergeParts(given)
        expect(publishedOn).toBe(given.map((each) => each.publishedOn).toSorted()[0])
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

  it('is nothing without any', () => {
    expect(() => mergeParts([])).toThrow('parts: none given')
  })
})
