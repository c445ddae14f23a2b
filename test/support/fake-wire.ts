import type { Wire } from '../../src/web/lib/live/stream.ts'

/** Streams of changes without a network: a test says what is heard on each. */
export function fakeWire() {
  const connections: {
    address: string
    /** Has the page hear something; what is said is JSON. */
    hear: (name: 'alive' | 'changes' | 'error', data?: unknown) => void
    isOpen: () => boolean
  }[] = []
  const wire: Wire = {
    connect(address, hear) {
      let isOpen = true
      connections.push({ address, hear: (name, data) => hear(name, JSON.stringify(data ?? '')), isOpen: () => isOpen })
      return () => (isOpen = false)
    },
    // The longest wait of each turn.
    random: () => 1,
  }
  return {
    ...wire,
    /** The addresses that were asked, the first first. */
    opened: () => connections.map(({ address }) => address),
    latest: () => {
      const latest = connections.at(-1)
      if (latest === undefined) throw new Error('no stream was opened')
      return latest
    },
  }
}
