import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isListOf, isText } from '../../../src/web/lib/shapes.ts'
import { readDevice, useDevice, writeDevice, type DeviceItem } from '../../../src/web/lib/device.ts'

const item: DeviceItem<string[]> = { key: 'hotfix-report.test', isValid: isListOf(isText), initial: [] }

describe('what is kept on this device', () => {
  it('is there again on the next visit', () => {
    writeDevice(item, ['a'])
    expect(readDevice(item)).toEqual(['a'])
    expect(localStorage.getItem(item.key)).toBe('["a"]')
  })

  it.each(['{', '[1]', 'null'])('counts as nothing where it is %s', (raw) => {
    localStorage.setItem(item.key, raw)
    expect(readDevice(item)).toEqual([])
  })

  it('is in step over all that show it, and over tabs', () => {
    const one = renderHook(() => useDevice(item))
    const two = renderHook(() => useDevice(item))
    act(() => one.result.current[1](['b']))
    expect(two.result.current[0]).toEqual(['b'])
    act(() => {
      localStorage.setItem(item.key, '["c"]')
      window.dispatchEvent(new StorageEvent('storage', { key: item.key }))
    })
    expect([one.result.current[0], two.result.current[0]]).toEqual([['c'], ['c']])
  })
})
