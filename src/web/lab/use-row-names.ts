import { useMemo } from 'react'
import { toldApart } from '../../domain/lab/row-names.ts'
import type { LabRow } from '../../domain/lab/rows.ts'
import { shortPlatform } from '../../domain/platforms/short-platform.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'

/** What each row is called where no heading says its version. */
export function useRowNames(rows: readonly LabRow[]): ReadonlyMap<LabRow, string> {
  const names = usePlatformNames()
  return useMemo(
    () =>
      toldApart(rows, ({ edition, platform }) => {
        const label = names([platform])
        const version = shortPlatform(label)
        // "Core" alone names nothing; "Windows 11 Pro" and "XP Tablet" say their version.
        const isSaid = /windows/i.test(edition) || version.split(' ').some((word) => edition.split(' ').includes(word))
        return { name: isSaid ? edition : `${version} ${edition}`, label }
      }),
    [rows, names],
  )
}
