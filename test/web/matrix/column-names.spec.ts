import { expect, it } from 'vitest'
import type { Platform } from '../../../src/contract/platform.ts'
import type { PlatformColumn } from '../../../src/domain/matrix/columns.ts'
import { columnNames } from '../../../src/web/matrix/column-names.ts'

const tree = (
  [
    ['windows-11', null, null, 'Windows 11'],
    ['windows-11.24h2', '24H2', null, 'Windows 11 24H2'],
    ['windows-11.24h2.x64', '24H2', 'x64', 'Windows 11 24H2 for x64'],
    ['windows-11.24h2.arm64', '24H2', 'ARM64', 'Windows 11 24H2 for ARM64'],
    ['windows-11.24h2.32-bit', '24H2', '32-bit', 'Windows 11 24H2 for 32-bit'],
  ] as const
).map(([id, version, variant, en]): Platform => ({
  id,
  family: 'Windows 11',
  version,
  variant,
  label: { en },
  kind: 'client',
  supportEndsOn: null,
}))

const column = (kind: PlatformColumn['kind'], ...platforms: string[]): PlatformColumn => ({
  key: `${kind} windows-11.24h2`,
  id: 'windows-11.24h2',
  kind,
  platforms,
  rows: 1,
  machines: kind === 'own' ? 10 : null,
  folded: 1,
})

const t = {
  otherVersions: (name: string, count: number) => `${name}, ${count} others`,
  otherFamilies: (count: number) => `${count} other products`,
}
const namesOf = (...columns: PlatformColumn[]) => columnNames(columns, tree, 'en', t).map(({ full }) => full)

it('says what a version has beside our machines of it', () => {
  const own = column('own', 'windows-11.24h2.x64')
  expect(namesOf(own, column('version', 'windows-11.24h2.arm64'))).toEqual([
    'Windows 11 24H2',
    'Windows 11 24H2 for ARM64',
  ])
  expect(namesOf(own, column('version', 'windows-11.24h2.arm64', 'windows-11.24h2.32-bit'))).toEqual([
    'Windows 11 24H2',
    'Windows 11 24H2, 2 others',
  ])
})
