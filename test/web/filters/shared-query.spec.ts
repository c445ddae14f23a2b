import { expect, it } from 'vitest'
import { filterFor, queryIn } from '../../../src/web/filters/shared-query.ts'

it('all parts of a page have the same query, and so the same answer, until a condition changes', () => {
  const asked = queryIn({ severity: '1', q: 'tcp' })
  expect(queryIn({ severity: '1', q: 'tcp', view: 'table' })).toBe(asked)
  expect(queryIn({ severity: '1', q: 'tcp/ip' })).toEqual({ severity: '1', q: 'tcp/ip' })
})

it('a filter is read once for a query and the platforms on file', () => {
  const query = queryIn({ severity: '1' })
  const platforms = [] as const
  expect(filterFor(query, platforms)).toBe(filterFor(query, platforms))
  expect(filterFor(queryIn({ severity: '2' }), platforms).severity).toEqual([2])
})
