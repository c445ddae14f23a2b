/** What a platform is called in short by its full name alone, where the tree of platforms is not at hand. */
import type { Text } from '../../contract/text.ts'
import { shortPlatform } from '../../domain/platforms/short-platform.ts'
import { readText } from './local-text.tsx'
import type { Language } from './language.tsx'

/** `Windows 11 24H2 x64` of `Windows 11 Version 24H2 for x64-based Systems`: the name without what goes without saying. */
export const shortLabel = ({ label }: { label: Text }, language: Language): string =>
  shortPlatform(readText(label, language).value)
