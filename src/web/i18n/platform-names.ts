import type { Platform, PlatformId } from '../../contract/platform.ts'
import { countedAs, familyOf, shortName } from '../../domain/platforms/platforms.ts'
import { formatList } from './format.ts'
import type { Language } from './language.tsx'
import { readText } from './local-text.tsx'
import { once, oncePer } from '../../domain/table/once.ts'
import { byId } from '../../domain/table/by-id.ts'

/** Names platforms for a reader: several at once as `Windows 2000 SP3/SP4, Windows Server 2003`. */
export type PlatformNames = (ids: readonly PlatformId[]) => string

type MakeNames = (tree: readonly Platform[], language: Language) => PlatformNames

/** What names the platforms of a tree, made once: each row of a table asks for it, and a tree has thousands. */
function oncePerTree(make: MakeNames): MakeNames {
  const namesOf = oncePer((tree: readonly Platform[]) => once((language: Language) => make(tree, language)))
  return (tree, language) => namesOf(tree)(language)
}

/** Whether the full name is its family's and its short one's: of `Windows 98` in `Windows 98 / Me` it is not. */
const isNamedByParts = (platform: Platform) => {
  const names = Object.values(platform.label)
  return shortName(platform) !== null && names.every((name) => name === `${platform.family} ${shortName(platform)}`)
}

/** The names by the platform tree, those of one family together; an unknown platform goes by its id. */
export const platformNames = oncePerTree((tree, language) => {
  const known = byId(tree)
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
})

/** Whether the full name only says at length what family, version and variant say: `Windows 11 Version 24H2 for x64-based Systems`. */
const isFamilyAtLength = ({ family, label: { ja = family, en = family } }: Platform) =>
  ja.startsWith(family) && en.startsWith(family)

/** The products of one version: `24H2 x64/ARM64`, or `+ Server Core` beside the product without a variant. */
function versionName(platforms: readonly Platform[]): string {
  const [first] = platforms
  const version = first?.version === 'RTM' || first?.version === '*' ? null : (first?.version ?? null)
  const variants = platforms.flatMap(({ variant }) => variant ?? []).join('/')
  const isBeside = variants !== '' && platforms.some(({ variant }) => variant === null)
  return [version, isBeside ? '+' : null, variants].filter((part) => part !== null && part !== '').join(' ')
}

/** The names in short, without what documents write around them; several at once as `Windows 11 24H2 x64/ARM64`. */
export const shortPlatformNames = oncePerTree((tree, language) => {
  const known = byId(tree)
  const atLength = platformNames(tree, language)
  return (ids) => {
    const names = Array.from(Map.groupBy(ids, familyOf).values(), (members) => {
      const platforms = members.flatMap((id) => known.get(id) ?? [])
      if (platforms.length < members.length || !platforms.every(isFamilyAtLength)) return atLength(members)
      const versions = [...Map.groupBy(platforms, ({ id }) => countedAs(id)).values()].map(versionName)
      const between = versions.some((name) => name.includes(' ')) ? ', ' : '/'
      return [platforms[0]?.family, versions.filter((name) => name !== '').join(between)].join(' ').trim()
    })
    return formatList(names, language)
  }
})
