import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RegistryValue } from '../../../src/contract/bulletin.ts'
import {
  emptyRegistry,
  isNumeric,
  readRegistry,
  registryDraft,
  registryNumber,
  registryTypes,
} from '../../../src/domain/lab/registry.ts'

const typed = { ...emptyRegistry, key: 'HKLM\\Software ', name: ' Window' }
const number = fc.nat({ max: 0xffffffff })
const text = fc.string({ minLength: 1, maxLength: 20 }).filter((written) => written.trim() === written)

const value: fc.Arbitrary<RegistryValue> = fc.constantFrom(...registryTypes).chain((type) =>
  fc.record(
    {
      key: text,
      name: text,
      type: fc.constant(type),
      value: isNumeric(type) ? number : text,
      ...(isNumeric(type) && { min: number, max: number }),
    },
    { requiredKeys: ['key', 'name', 'type'] },
  ),
)

describe('a registry value that somebody types', () => {
  it.each([
    { draft: { ...typed }, read: { key: 'HKLM\\Software', name: 'Window', type: 'DWORD' } },
    { draft: { ...typed, min: '0', max: '0x3FFFC000' }, read: { min: 0, max: 0x3fffc000 } },
    { draft: { ...typed, type: 'SZ' as const, value: '0x10', max: '3' }, read: { type: 'SZ', value: '0x10' } },
  ])('is read from $draft', ({ draft, read }) => {
    expect(readRegistry(draft)).toMatchObject(read)
    expect(RegistryValue.parse(readRegistry(draft))).toEqual(readRegistry(draft))
  })

  it('has no bounds where it is no number', () => {
    expect(readRegistry({ ...typed, type: 'SZ', value: 'on', min: '1', max: '2' })).not.toHaveProperty('max')
  })

  it('is the same after it was corrected without a change', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(readRegistry(registryDraft(given))).toEqual(given)
      }),
    )
  })

  it('shows numbers as its fields take them', () => {
    const pattern = new RegExp(`^(?:${registryNumber})$`)
    fc.assert(
      fc.property(number, (max) => {
        expect(registryDraft({ key: 'HKLM', name: 'Window', type: 'DWORD', max }).max).toMatch(pattern)
      }),
    )
    for (const refused of ['-1', '1.5', '0x', 'ten', '0x12345678901234']) expect(refused).not.toMatch(pattern)
  })
})
