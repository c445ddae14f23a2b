import { describe, expect, it } from 'vitest'
import { bindingFor, bindings, type Scope } from '../../../../src/web/ui/keyboard/bindings.ts'
import { keysOf } from '../../../../src/web/ui/keyboard/key-labels.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('a key press', () => {
  it.each([
    { scope: 'list', pressed: press('j'), binding: 'next' },
    { scope: 'list', pressed: press('J'), binding: 'next' },
    { scope: 'list', pressed: press('J', { shiftKey: true }), binding: 'selectNext' },
    { scope: 'list', pressed: press('X', { shiftKey: true }), binding: 'select' },
    { scope: 'list', pressed: press('*', { shiftKey: true }), binding: 'selectAll' },
    { scope: 'everywhere', pressed: press('?'), binding: 'help' },
    { scope: 'everywhere', pressed: press('k', { ctrlKey: true }), binding: 'palette' },
    { scope: 'everywhere', pressed: press('k', { metaKey: true }), binding: 'palette' },
    { scope: 'grid', pressed: press('ArrowLeft'), binding: 'left' },
    { scope: 'everywhere', pressed: press('k'), binding: null },
    { scope: 'list', pressed: press('j', { ctrlKey: true }), binding: null },
    { scope: 'list', pressed: press('j', { altKey: true }), binding: null },
  ] as const)('of $pressed.key is $binding in the scope $scope', ({ scope, pressed, binding }) => {
    expect(bindingFor<Scope>(scope, pressed)).toBe(binding)
  })

  it('never stands for two things in one scope', () => {
    for (const bound of Object.values(bindings)) {
      expect(new Set(Object.values(bound)).size).toBe(Object.values(bound).length)
    }
  })
})

it.each([
  { bound: 'Mod+K', isMac: false, keys: ['Ctrl', 'K'] },
  { bound: 'Mod+K', isMac: true, keys: ['⌘', 'K'] },
  { bound: 'ArrowUp', isMac: false, keys: ['↑'] },
])('labels $bound as $keys', ({ bound, isMac, keys }) => {
  expect(keysOf(bound, isMac)).toEqual(keys)
})
