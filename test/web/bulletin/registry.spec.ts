import { describe, expect, it } from 'vitest'
import type { RegistryValue } from '../../../src/contract/bulletin.ts'
import { registryRange, registryLines } from '../../../src/web/bulletin/lab/registry.ts'

const value = (more: Partial<RegistryValue>): RegistryValue => ({
  key: 'HKLM\\Key',
  name: 'Name',
  type: 'DWORD',
  ...more,
})

describe('a registry value', () => {
  it.each([
    { bounds: { min: 0, max: 0x3fffc000 }, shown: '0x0 – 0x3FFFC000' },
    { bounds: { min: 16 }, shown: '≥ 0x10' },
    { bounds: { max: 255 }, shown: '≤ 0xFF' },
    { bounds: {}, shown: '' },
  ])('shows $shown for what may be set', ({ bounds, shown }) => {
    expect(registryRange(value(bounds))).toBe(shown)
  })

  it.each([
    { what: 'a range', given: { min: 0, max: 255 }, text: 'HKLM\\Key\nName (DWORD) 0x0 – 0xFF' },
    { what: 'a number', given: { value: 10 }, text: 'HKLM\\Key\nName (DWORD) = 0xA' },
    { what: 'a string', given: { type: 'SZ' as const, value: 'on' }, text: 'HKLM\\Key\nName (SZ) = on' },
    { what: 'the name alone', given: {}, text: 'HKLM\\Key\nName (DWORD)' },
  ])('is taken along as text with $what', ({ given, text }) => {
    expect(registryLines(value(given))).toBe(text)
  })
})
