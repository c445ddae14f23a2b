/** Registry values as the lab types them. */
import type { RegistryValue } from '../../contract/bulletin.ts'

/** A registry value that is being entered; what is empty is not said. Numbers are decimal, or hexadecimal behind `0x`. */
export type RegistryDraft = Record<'key' | 'name' | 'value' | 'min' | 'max', string> & { type: RegistryValue['type'] }

export const registryTypes = ['DWORD', 'QWORD', 'SZ', 'EXPAND_SZ', 'MULTI_SZ', 'BINARY'] as const

export const emptyRegistry: RegistryDraft = { key: '', name: '', type: 'DWORD', value: '', min: '', max: '' }

/** What a number may look like: as many digits as are kept exactly. */
export const registryNumber = '0[xX][0-9A-Fa-f]{1,13}|[0-9]{1,15}'

/** Whether values of a type are numbers, which have bounds. */
export const isNumeric = (type: RegistryValue['type']): boolean => type === 'DWORD' || type === 'QWORD'

/** The value that was entered; numbers must look like `registryNumber`. */
export function readRegistry({ key, name, type, value, min, max }: RegistryDraft): RegistryValue {
  const said = (text: string) => text.trim() !== ''
  const numeric = isNumeric(type)
  return {
    key: key.trim(),
    name: name.trim(),
    type,
    ...(said(value) && { value: numeric ? Number(value) : value }),
    ...(numeric && said(min) && { min: Number(min) }),
    ...(numeric && said(max) && { max: Number(max) }),
  }
}

const typed = (value: string | number = '') =>
  typeof value === 'number' ? `0x${value.toString(16).toUpperCase()}` : value

/** The other way round: numbers in hexadecimal. */
export const registryDraft = ({ key, name, type, value, min, max }: RegistryValue): RegistryDraft => ({
  key,
  name,
  type,
  value: typed(value),
  min: typed(min),
  max: typed(max),
})
