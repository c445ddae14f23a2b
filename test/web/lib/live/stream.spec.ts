import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitBefore } from '../../../../src/web/lib/live/back-off.ts'
import { listenToChanges } from '../../../../src/web/lib/live/stream.ts'
import type { Changes } from '../../../../src/contract/events.ts'
import { fakeWire } from '../../../support/fake-wire.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  hide(false)
  vi.useRealTimers()
})

const second = 1000

/** Hides the page behind another tab, or shows it. */
function hide(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

/** A page that listens from an event on. */
function listening(since: number | null) {
  const stopping = new AbortController()
  const wire = fakeWire()
  const told: Changes[] = []
  const states: boolean[] = []
  const listener = {
    onChanges: (changes: Changes) => void told.push(changes),
    onState: (isConnected: boolean) => void states.push(isConnected),
  }
  listenToChanges(since, listener, stopping.signal, wire)
  return { ...wire, told, states, stop: () => stopping.abort() }
}

const changes = (last: number, topics: object = { fleet: null }) => ({ last, topics })

describe('the stream of changes', () => {
  it('is opened where the page is, and again where it was when it broke', () => {
    const { opened, latest } = listening(7)
    expect(opened()).toEqual(['/api/events?since=7'])
    latest().hear('changes', changes(9))
    latest().hear('error')
    vi.advanceTimersByTime(second)
    expect(opened()).toEqual(['/api/events?since=7', '/api/events?since=9'])
  })

  it('goes back with a store that was set back', () => {
    const { opened, latest } = listening(7)
    latest().hear('changes', changes(3))
    latest().hear('error')
    vi.advanceTimersByTime(second)
    expect(opened().at(-1)).toBe('/api/events?since=3')
  })

  it('tells that anything may have changed where it is not known from which event on the page has read', () => {
    const { told, latest, opened } = listening(null)
    latest().hear('alive', 5)
    expect(told).toMatchObject([{ last: 5, topics: { bulletins: null, triage: null, coverage: null } }])
    latest().hear('alive', 5)
    expect(told).toHaveLength(1)
    latest().hear('error')
    vi.advanceTimersByTime(second)
    expect(opened().at(-1)).toBe('/api/events?since=5')
  })

  it('takes a topic that it does not know, from a newer server, for anything', () => {
    const { told, latest, opened } = listening(7)
    latest().hear('changes', changes(8, { fleet: null, weather: ['MS05-019'] }))
    expect(told).toMatchObject([{ last: 8, topics: { bulletins: null, triage: null, coverage: null } }])
    latest().hear('error')
    vi.advanceTimersByTime(second)
    expect(opened().at(-1)).toBe('/api/events?since=8')
  })

  it('says that the server is gone, and that it is back', () => {
    const { states, latest } = listening(7)
    latest().hear('alive', 7)
    latest().hear('error')
    vi.advanceTimersByTime(second)
    expect(states).toEqual([true, false])
    latest().hear('alive', 7)
    expect(states).toEqual([true, false, true])
  })

  it('waits twice as long after each failure, half a minute at most, and little again after a success', () => {
    const { opened, latest } = listening(7)
    for (const wait of [1, 2, 4, 8, 16, 30, 30]) {
      latest().hear('error')
      const before = opened().length
      vi.advanceTimersByTime(wait * second - 1)
      expect(opened()).toHaveLength(before)
      vi.advanceTimersByTime(1)
      expect(opened()).toHaveLength(before + 1)
    }
    latest().hear('alive', 7)
    latest().hear('error')
    const before = opened().length
    vi.advanceTimersByTime(second)
    expect(opened()).toHaveLength(before + 1)
  })

  it.each([
    { of: 'that is accepted and never answered', begin: () => {} },
    {
      of: 'that falls silent',
      begin: ({ latest }: ReturnType<typeof fakeWire>) => {
        latest().hear('alive', 7)
        vi.advanceTimersByTime(20 * second)
        latest().hear('alive', 7)
      },
    },
  ])('gives up a connection $of', ({ begin }) => {
    const page = listening(7)
    begin(page)
    const { isOpen } = page.latest()
    vi.advanceTimersByTime(50 * second - 1)
    expect(isOpen()).toBe(true)
    vi.advanceTimersByTime(1)
    expect(isOpen()).toBe(false)
    expect(page.states.at(-1)).toBe(false)
    vi.advanceTimersByTime(second)
    expect(page.opened()).toHaveLength(2)
  })

  it('is opened at once when the device is back on its network', () => {
    const { opened, latest } = listening(7)
    window.dispatchEvent(new Event('online'))
    expect(opened()).toHaveLength(1)
    latest().hear('error')
    window.dispatchEvent(new Event('online'))
    expect(opened()).toHaveLength(2)
    vi.advanceTimersByTime(40 * second)
    expect(opened()).toHaveLength(2)
  })

  it('is known to be broken as soon as the device has left its network', () => {
    const page = listening(7)
    page.latest().hear('alive', '7')
    window.dispatchEvent(new Event('offline'))
    expect(page.latest().isOpen()).toBe(false)
    expect(page.states.at(-1)).toBe(false)
    window.dispatchEvent(new Event('online'))
    expect(page.opened()).toHaveLength(2)
  })

  it('is closed while the page is hidden, and catches up once it is shown', () => {
    const { opened, latest, states } = listening(7)
    latest().hear('changes', changes(9))
    hide(true)
    expect(latest().isOpen()).toBe(false)
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(600 * second)
    expect(opened()).toHaveLength(1)
    hide(false)
    expect(opened()).toEqual(['/api/events?since=7', '/api/events?since=9'])
    expect(states).toEqual([true])
  })

  it('is not tried again while the page is hidden', () => {
    const { opened, latest } = listening(7)
    latest().hear('error')
    hide(true)
    vi.advanceTimersByTime(600 * second)
    expect(opened()).toHaveLength(1)
    hide(false)
    expect(opened()).toHaveLength(2)
  })

  it('is opened by a page that was loaded in the background once that is shown', () => {
    hide(true)
    const { opened } = listening(7)
    expect(opened()).toEqual([])
    hide(false)
    expect(opened()).toEqual(['/api/events?since=7'])
  })

  it('is closed for good when the page says so', () => {
    const { opened, latest, states, stop } = listening(7)
    const { isOpen } = latest()
    stop()
    window.dispatchEvent(new Event('online'))
    hide(false)
    vi.advanceTimersByTime(600 * second)
    expect([isOpen(), opened(), states]).toEqual([false, ['/api/events?since=7'], []])
  })
})

it('waits between half and all of the time of its turn, so that pages do not come all at once', () =>
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const whole = Math.min(30, 2 ** attempt) * second
      const wait = waitBefore(attempt, () => random)
      expect(wait).toBeGreaterThanOrEqual(whole / 2)
      expect(wait).toBeLessThanOrEqual(whole)
    }),
  ))
