import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenTogether } from '../../../../src/web/lib/live/shared-stream.ts'
import type { Changes } from '../../../../src/contract/events.ts'
import { fakeBrowser } from '../../../support/fake-tabs.ts'
import { fakeWire } from '../../../support/fake-wire.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const second = 1000
const fleet = (last: number) => ({ last, topics: { fleet: null } })

/** A browser in which pages are opened one after another. */
function browser() {
  const { openTab } = fakeBrowser()
  return {
    /** Opens a page that has read up to an event. */
    open: (since: number | null) => {
      const { tabs, freeze, thaw } = openTab()
      const stopping = new AbortController()
      const wire = fakeWire()
      const told: Changes[] = []
      const states: boolean[] = []
      const listener = {
        onChanges: (changes: Changes) => void told.push(changes),
        onState: (isConnected: boolean) => void states.push(isConnected),
      }
      listenTogether(since, listener, stopping.signal, tabs, wire)
      return { ...wire, told, states, freeze, thaw, close: () => stopping.abort() }
    },
  }
}

/** Passes time in which the server tells a page every 20 seconds that it is there. */
function passAlive(seconds: number, { latest }: ReturnType<ReturnType<typeof browser>['open']>, last: number) {
  for (let passed = 0; passed < seconds; passed += 20) {
    latest().hear('alive', last)
    vi.advanceTimersByTime(20 * second)
  }
}

describe('the pages of a browser', () => {
  it('have one stream, and are all told', () => {
    const { open } = browser()
    const [first, other] = [open(7), open(7)]
    first.latest().hear('changes', fleet(8))
    expect([first.told, other.told]).toEqual([[fleet(8)], [fleet(8)]])
    passAlive(600, first, 8)
    expect([first.opened(), other.opened()]).toEqual([['/api/events?since=7'], []])
  })

  it('all say that the server is gone, and that it is back', () => {
    const { open } = browser()
    const [first, other] = [open(7), open(7)]
    first.latest().hear('error')
    expect([first.states.at(-1), other.states.at(-1)]).toEqual([false, false])
    expect(open(7).states).toEqual([false])
    vi.advanceTimersByTime(second)
    first.latest().hear('alive', 7)
    expect([first.states.at(-1), other.states.at(-1)]).toEqual([true, true])
  })

  it.each([
    { of: 'that began to load before the last change', since: 5 },
    { of: 'that does not know from which event on it has read', since: null },
  ])('have one $of read everything again', ({ since }) => {
    const { open } = browser()
    open(7).latest().hear('changes', fleet(8))
    const { told } = open(since)
    expect(told).toMatchObject([{ last: 8, topics: { bulletins: null, triage: null, coverage: null } }])
  })

  it('ask for nothing again when one comes that has read everything', () => {
    const { open } = browser()
    open(7).latest().hear('alive', 7)
    expect(open(7).told).toEqual([])
  })

  it('take over from one that is closed, where it was', () => {
    const { open } = browser()
    const [first, other] = [open(7), open(7)]
    first.latest().hear('changes', fleet(8))
    first.close()
    expect(first.latest().isOpen()).toBe(false)
    expect(other.opened()).toEqual(['/api/events?since=8'])
  })

  it('listen for themselves once the one that listens tells nothing any more, until it does again', () => {
    const { open } = browser()
    const [first, other] = [open(7), open(7)]
    passAlive(120, first, 7)
    expect(other.opened()).toEqual([])
    first.freeze()
    passAlive(120, first, 7)
    expect(other.opened()).toEqual(['/api/events?since=7'])
    other.latest().hear('changes', fleet(8))
    expect(other.told).toEqual([fleet(8)])
    first.thaw()
    first.latest().hear('changes', fleet(8))
    expect(other.latest().isOpen()).toBe(false)
    first.latest().hear('changes', fleet(9))
    expect(other.told.at(-1)).toEqual(fleet(9))
  })

  it('take what one of a newer build tells of a topic that they do not know for anything', () => {
    const { openTab } = fakeBrowser()
    const { tell } = openTab().tabs.join(() => {})
    const told: Changes[] = []
    const listener = { onChanges: (changes: Changes) => void told.push(changes), onState: () => {} }
    const { tabs } = openTab()
    listenTogether(7, listener, new AbortController().signal, { ...tabs, takeTurn: () => {} }, fakeWire())
    tell({ kind: 'changes', changes: { last: 9, topics: { weather: ['MS05-019'] } } })
    expect(told).toMatchObject([{ last: 9, topics: { bulletins: null, triage: null, coverage: null } }])
  })
})
