import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What jsdom lacks, in the least form that lets a component render. */
function fillGaps(): void {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener: () => {}, removeListener: () => {} })
  window.scrollTo = () => {}
  Element.prototype.scrollIntoView ??= () => {}
  HTMLElement.prototype.showPopover ??= () => {}
  HTMLElement.prototype.hidePopover ??= () => {}
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
}

const noises = ['error', 'warn'] as const

fillGaps()

// A test that expects noise spies on the console itself and clears the spy before it ends.
beforeEach(() => {
  for (const noise of noises) vi.spyOn(console, noise)
})

afterEach(() => {
  cleanup()
  const said = noises.flatMap((noise) => vi.mocked(console[noise]).mock.calls)
  vi.restoreAllMocks()
  localStorage.clear()
  expect(said, 'the console stays silent').toEqual([])
})
