import type { RegistryValue } from '../../../contract/bulletin.ts'

const hex = (value: number) => `0x${value.toString(16).toUpperCase()}`

/** The allowed range, in hexadecimal: `0x0 – 0x3FFFC000`, `≥ 0x1`; empty where no bound is known. */
export function registryRange({ min, max }: RegistryValue): string {
  if (min !== undefined && max !== undefined) return `${hex(min)} – ${hex(max)}`
  if (min !== undefined) return `≥ ${hex(min)}`
  return max === undefined ? '' : `≤ ${hex(max)}`
}

/** The value to set, numbers in hexadecimal; empty where the reader has to choose. */
export const registrySetting = ({ value }: RegistryValue): string =>
  typeof value === 'number' ? hex(value) : (value ?? '')

/** The value as text to copy: its key on the first line, then `name (TYPE) range`. */
export function registryLines(value: RegistryValue): string {
  const setting = registrySetting(value)
  return `${value.key}\n${[value.name, `(${value.type})`, setting && `= ${setting}`, registryRange(value)].filter((part) => part !== '').join(' ')}`
}
