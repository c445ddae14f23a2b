import { fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useShortcuts } from '../../../../src/web/ui/keyboard/use-shortcuts.ts'

const next = vi.fn<() => boolean>(() => true)

function Frame() {
  useShortcuts('everywhere', {})
  return null
}

function List() {
  useShortcuts('list', { next })
  return null
}

const press = (key: string) => fireEvent.keyDown(document.body, { key })

/** A page whose list is still on its way. */
function page() {
  const { rerender } = render(<Frame />)
  return {
    listComes: () =>
      rerender(
        <>
          <Frame />
          <List />
        </>,
      ),
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  next.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  history.replaceState(null, '', '/')
})

it('does a key once that was pressed before what listens to it was there', () => {
  const { listComes } = page()
  press('j')
  listComes()
  expect(next).toHaveBeenCalledOnce()
  render(<List />)
  expect(next).toHaveBeenCalledOnce()
})

it('does the last key only', () => {
  const { listComes } = page()
  press('j')
  press('?')
  listComes()
  expect(next).not.toHaveBeenCalled()
})

it('does no key that was pressed at another address', () => {
  const { listComes } = page()
  press('j')
  history.replaceState(null, '', '/elsewhere')
  listComes()
  expect(next).not.toHaveBeenCalled()
})

it('does no key that was typed into a field', () => {
  const { listComes } = page()
  const field = document.body.appendChild(document.createElement('input'))
  fireEvent.keyDown(field, { key: 'j' })
  field.remove()
  listComes()
  expect(next).not.toHaveBeenCalled()
})

it.each([
  ['is there alone', <List key="list" />],
  ['came before another that does not bind it', [<List key="list" />, <Frame key="frame" />]],
  ['came after another that does not bind it', [<Frame key="frame" />, <List key="list" />]],
])('does no key again that was left to the browser, where what left it %s', (_, listeners) => {
  next.mockReturnValueOnce(false)
  render(listeners)
  press('j')
  render(<List />)
  expect(next).toHaveBeenCalledOnce()
})

it('does no key from long ago', () => {
  const { listComes } = page()
  press('j')
  vi.setSystemTime(Date.now() + 60_000)
  listComes()
  expect(next).not.toHaveBeenCalled()
})
