import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDayIn, useToday } from '../../../src/web/lib/clock.tsx'

function Today() {
  return <output>{useToday()}</output>
}
const shown = () => screen.getByRole('status').textContent

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 23, 22, 30) }))
afterEach(() => void vi.useRealTimers())

it('a page that is left open knows of each midnight', () => {
  render(<Today />)
  expect(shown()).toBe('2026-11-23')
  act(() => void vi.advanceTimersByTime(90 * 60_000 - 1))
  expect(shown()).toBe('2026-11-23')
  act(() => void vi.advanceTimersByTime(1))
  expect(shown()).toBe('2026-11-24')
  act(() => void vi.advanceTimersByTime(24 * 3_600_000))
  expect(shown()).toBe('2026-11-25')
})

it('a page that slept through midnight knows the day when it is looked at again', () => {
  render(<Today />)
  vi.setSystemTime(new Date(2026, 10, 26, 9))
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(shown()).toBe('2026-11-26')
  act(() => void vi.advanceTimersByTime(15 * 3_600_000))
  expect(shown()).toBe('2026-11-27')
})

it('waits for nothing once it is gone', () => {
  render(<Today />).unmount()
  expect(vi.getTimerCount()).toBe(0)
})

it('knows the day where the team is, from the midnight there on', () => {
  const Day = () => <output>{useDayIn('Asia/Kolkata')}</output>
  vi.setSystemTime(new Date('2026-11-23T18:20:00Z'))
  render(<Day />)
  expect(shown()).toBe('2026-11-23')
  act(() => void vi.advanceTimersByTime(10 * 60_000))
  expect(shown()).toBe('2026-11-24')
})
