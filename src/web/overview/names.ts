/** Short names of platforms: the page has a line for what the documents say in three. */
import type { LabelledPlatform } from '../../contract/overview.ts'
import { readText } from '../i18n/local-text.tsx'
import type { Language } from '../i18n/language.tsx'

/** `Windows 11 24H2 x64` of `Windows 11 Version 24H2 for x64-based Systems`. */
const withoutFiller = (name: string): string =>
  name
    .replace(/\bVersion (?=\S)/, '')
    .replace(/ for (\S+?)(?:-based)? Systems\b/, ' $1')
    .replace(/ \(Server Core installation\)/, ' Core')

/** The name of a platform without what goes without saying. */
export const shortLabel = ({ label }: Pick<LabelledPlatform, 'label'>, language: Language): string =>
  withoutFiller(readText(label, language).value)

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
