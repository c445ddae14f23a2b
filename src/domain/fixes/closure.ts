/** Which nodes of a graph lead to which, however many steps away: the closure of a relation that may have loops. */

export type Closure = {
  /** Whether there is a way from one node to another, and none back. */
  leads: (from: number, to: number) => boolean
  /** Whether there is a way in both directions. */
  isInLoop: (a: number, b: number) => boolean
  /** Whether any of the wanted nodes leads to this one. */
  isReached: (to: number) => boolean
}

/** Groups of nodes that lead to each other, those first that the others lead to (Tarjan); without recursion, since chains are deep. */
function loopsOf(size: number, next: (node: number) => readonly number[]): number[][] {
  const order = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const open: number[] = []
  const groups: number[][] = []
  let count = 0
  for (let root = 0; root < size; root++) {
    if ((order[root] ?? 0) >= 0) continue
    const path: { node: number; at: number }[] = [{ node: root, at: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top
      if (top.at === 0) {
        order[node] = low[node] = count++
        open.push(node)
        isOpen[node] = 1
      }
      const target = next(node)[top.at++]
      if (target !== undefined) {
        if ((order[target] ?? 0) < 0) path.push({ node: target, at: 0 })
        else if (isOpen[target] === 1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0)
      if (low[node] !== order[node]) continue
      const group = open.splice(open.lastIndexOf(node))
      for (const member of group) isOpen[member] = 0
      groups.push(group)
    }
  }
  return groups
}

/** The closure over nodes 0 to `size`, of which only the first `wanted` are asked about: bits for each group of nodes. */
export function closureOf(size: number, wanted: number, next: (node: number) => readonly number[]): Closure {
  const words = Math.ceil(wanted / 32)
  const groupOf = new Int32Array(size)
  const groups = loopsOf(size, next)
  const reached: Uint32Array[] = []
  const any = new Uint32Array(words)
  const has = (bits: Uint32Array | undefined, at: number) => (((bits?.[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1
  const join = (into: Uint32Array, from: Uint32Array) => {
    for (let word = 0; word < words; word++) into[word] = (into[word] ?? 0) | (from[word] ?? 0)
  }
  for (const [at, group] of groups.entries()) {
    for (const node of group) groupOf[node] = at
    const bits = new Uint32Array(words)
    for (const other of new Set(group.flatMap((node) => next(node).map((target) => groupOf[target] ?? 0)))) {
      if (other === at) continue
      // What leads to one node of a loop leads to all of it.
      for (const node of groups[other] ?? [])
        if (node < wanted) bits[node >> 5] = (bits[node >> 5] ?? 0) | (1 << (node & 31))
      join(bits, reached[other] ?? new Uint32Array(words))
    }
    reached.push(bits)
    if (group.some((node) => node < wanted)) join(any, bits)
  }
  return {
    leads: (from, to) => has(reached[groupOf[from] ?? 0], to),
    isInLoop: (a, b) => a !== b && groupOf[a] === groupOf[b],
    isReached: (to) => has(any, to),
  }
}
