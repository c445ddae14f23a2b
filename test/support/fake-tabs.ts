import type { Tabs } from '../../src/web/lib/live/tabs.ts'

type Tab = { hear: (message: unknown) => void; isFrozen: boolean }

/** A browser whose tabs hear each other at once, and take turns in the order in which they came. */
export function fakeBrowser() {
  const joined = new Set<Tab>()
  const queue: (() => void)[] = []
  return {
    /** A new tab. Frozen, it neither tells nor hears anything, and keeps its turn. */
    openTab: () => {
      const tab: Tab = { hear: () => {}, isFrozen: false }
      const tabs: Tabs = {
        join: (hear) => {
          tab.hear = hear
          joined.add(tab)
          return {
            tell: (message) => {
              if (tab.isFrozen) return
              for (const other of joined) if (other !== tab && !other.isFrozen) other.hear(structuredClone(message))
            },
            leave: () => joined.delete(tab),
          }
        },
        takeTurn: (begin, signal) => {
          queue.push(begin)
          if (queue.length === 1) begin()
          signal.addEventListener('abort', () => {
            const place = queue.indexOf(begin)
            queue.splice(place, 1)
            if (place === 0) queue[0]?.()
          })
        },
      }
      return { tabs, freeze: () => (tab.isFrozen = true), thaw: () => (tab.isFrozen = false) }
    },
  }
}
