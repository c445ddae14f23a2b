import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { loadMessages } from '../../src/web/load-messages.ts'
import { clearDrafts } from '../../src/web/lib/drafts.ts'
import { elementError, findLabelsByIds, shareStyles } from './fast-dom.ts'

function fill(target: object, name: string, value: (...given: never[]) => unknown): void {
  if (typeof Reflect.get(target, name) !== 'function')
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

/** What jsdom lacks, in the least form that lets a component render. */
function fillGaps(): void {
  fill(window, 'matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null }),
  )
  fill(Element.prototype, 'scrollIntoView', () => {})
  fill(HTMLElement.prototype, 'showPopover', () => {})
  fill(HTMLElement.prototype, 'togglePopover', () => false)
  fill(HTMLElement.prototype, 'hidePopover', () => {})
  fill(HTMLDialogElement.prototype, 'showModal', function showModal(this: HTMLDialogElement) {
    this.open = true
  })
  fill(HTMLDialogElement.prototype, 'close', function close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  })
  // jsdom has it, and only says that it is not implemented.
  window.scrollTo = () => {}
}

const noises = ['error', 'warn'] as const

fillGaps()
shareStyles()
findLabelsByIds()
// The browser loads a language before it shows it.
await Promise.all([loadMessages('ja'), loadMessages('en')])
// Nearly as patient as the tests themselves: how long a page takes to come says nothing on a busy machine.
// What one file sets for itself does not last into the next of its worker.
configure({ asyncUtilTimeout: 20_000, defaultHidden: false, getElementError: elementError })

// A test that expects noise spies on the console itself and clears the spy before it ends.
beforeEach(() => {
  for (const noise of noises) vi.spyOn(console, noise)
})

afterEach(() => {
  cleanup()
  const said = noises.flatMap((noise) => vi.mocked(console[noise]).mock.calls)
  vi.restoreAllMocks()
  localStorage.clear()
  clearDrafts()
  expect(said, 'the console stays silent').toEqual([])
})

// A chunk whose file has ended before it came would be one that failed, for all files that come after.
afterAll(() => vi.dynamicImportSettled())
