import fc from 'fast-check'
import { expect, it } from 'vitest'
import { closureOf } from '../../../src/domain/fixes/closure.ts'

const graph = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }))

/** All that a node leads to, by walking. */
function walked(edges: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set<number>()
  const ahead = [...(edges[from] ?? [])]
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    ahead.push(...(edges[node] ?? []))
  }
  return seen
}

it('the closure of a relation is what walking finds, with its loops apart', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const nodes = edges.map((_, node) => node)
      const reach = closureOf(edges.length, edges.length, (node) => edges[node] ?? [])
      const ways = nodes.map((node) => walked(edges, node))
      const leads = (a: number, b: number) => ways[a]?.has(b) === true
      for (const a of nodes) {
        for (const b of nodes) {
          expect(reach.isInLoop(a, b)).toBe(a !== b && leads(a, b) && leads(b, a))
          expect(reach.leads(a, b)).toBe(a !== b && leads(a, b) && !leads(b, a))
        }
        expect(reach.isReached(a)).toBe(nodes.some((other) => reach.leads(other, a)))
      }
    }),
  )
})
