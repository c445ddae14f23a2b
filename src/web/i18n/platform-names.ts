import type { Platform, PlatformId } from '../../contract/platform.ts'
import { familyOf, shortName } from '../../domain/platforms/platforms.ts'
import { formatList } from './format.ts'
import type { Language } from './language.tsx'
import { readText } from './local-text.tsx'

/** Names platforms for a reader: several at once as `Windows 2000 SP3/SP4, Windows Server 2003`. */
export type PlatformNames = (ids: readonly PlatformId[]) => string

/** Whether the full name is its family's and its short one's: of `Windows 98` in `Windows 98 / Me` it is not. */
const isNamedByParts = (platform: Platform) => {
  const names = Object.values(platform.label)
  return shortName(platform) !== null && names.every((name) => name === `${platform.family} ${shortName(platform)}`)
}

/** The names by the platform tree, those of one family together; an unknown platform goes by its id. */
export function platformNames(tree: readonly Platform[], language: Language): PlatformNames {
  const known = new Map(tree.map((platform) => [platform.id, platform]))
  const fullName = (id: PlatformId) => {
    const platform = known.get(id)
    return platform === undefined ? id : readText(platform.label, language).value
  }
  return (ids) => {
    const families = Map.groupBy(ids, familyOf)
    const names = [...families.values()].flatMap((members) => {
      const platforms = members.flatMap((id) => known.get(id) ?? [])
      const canShorten = members.length > 1 && platforms.length === members.length && platforms.every(isNamedByParts)
      return canShorten ? [`${platforms[0]?.family} ${platforms.map(shortName).join('/')}`] : members.map(fullName)
    })
    return formatList(names, language)
  }
}
