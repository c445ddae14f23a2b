/** Short names of platforms: the page has a line for what the documents say in three. */
import type { LabelledPlatform } from '../../contract/overview.ts'
import type { Language } from '../i18n/language.tsx'
import { shortLabel } from '../i18n/short-label.ts'

/** The names of several platforms, each version once whatever its architectures. */
export function versionNames(platforms: readonly LabelledPlatform[], language: Language): string[] {
  const names = platforms.map((platform) =>
    shortLabel(platform, language).replace(/ (x64|ARM64|32-bit|x86|Core)$/i, ''),
  )
  return [...new Set(names)]
}

/** An OS edition of the fleet: `Windows Server 2019 Standard`. An edition that names its platform needs no other name. */
export function editionName(edition: string | null, platform: LabelledPlatform, language: Language): string {
  const name = shortLabel(platform, language)
  if (edition === null) return name
  return /windows/i.test(edition) ? edition : `${name} ${edition}`
}
