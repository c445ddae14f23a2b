/** Platforms by the names that people type: one meaning for a name, however it is written. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { normalise } from '../filter/text-search.ts'
import { lineageOf } from './platforms.ts'
import { isWindows } from './windows.ts'
import { oncePer } from '../table/once.ts'

export type NamedPlatform = Pick<Platform, 'id' | 'family' | 'version' | 'variant' | 'label'>

/** Words that tell no platform from another: "Version", "for x64-based Systems", "(Server Core installation)". */
const filler = new Set(
  'version ver for based system systems edition editions installation microsoft バージョン エディション インストル 用'.split(
    ' ',
  ),
)

/** The words of a name or an id, in one spelling: `win11`, `Windows 11` and `windows-11` are the same. */
export function wordsOfName(name: string): string[] {
  const text = normalise(name)
    .replaceAll(/(?<![a-z])win(?:dows)?(?![a-z])/g, 'windows ')
    .replaceAll(/サーバー?(?![\u30A1-\u30FC])/g, ' server ')
    .replaceAll(/no service pack|spなし/g, ' rtm ')
    .replaceAll(/(?<![a-z])server[ -]core(?![a-z])/g, ' servercore ')
    .replaceAll(/service pack ?(?=\d)/g, 'sp')
    .replaceAll(/\bsp (?=\d)/g, 'sp')
    .replaceAll(/(?<![a-z\d])(?:x86(?:[-_ ]?32)?|32[- ]?bit)(?![a-z\d])/g, ' x86 ')
    .replaceAll(/(?<![a-z\d])(?:x86[-_ ]64|amd64|64[- ]?bit|x64)(?![a-z\d])/g, ' x64 ')
    .replaceAll(/([a-z]{4,})(?=\d)/g, '$1 ')
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const telling = words.filter((word) => !filler.has(word))
  return telling.length > 0 ? telling : words
}

/** The same words in any order are one name. */
const keyOf = (words: readonly string[]) => words.toSorted().join(' ')

/** What is left out as often as it is said: "Server 2019" is Windows, and "2019 Core" a Server Core installation. */
const shorter = (words: readonly string[]): string[][] => {
  const core = words.map((word) => (word === 'servercore' ? 'core' : word))
  return [words, core].flatMap((each) => [[...each], each.filter((word) => word !== 'windows')])
}

/** All that a platform goes by: its names, what these are short for, and its id. A name that is typed is looked for among thousands. */
const keysOf = oncePer((platform: NamedPlatform) => new Set(spellings(platform).map(keyOf)))

/** The same, as words. */
function spellings({ id, family, version, variant, label }: NamedPlatform): string[][] {
  const inFull = [family, version, variant].filter((part) => part !== null).join(' ')
  const all = [label.ja, label.en, label.other?.text, inFull, id].flatMap((name) =>
    name === undefined ? [] : [wordsOfName(name)],
  )
  return isWindows(id) ? all.flatMap(shorter).filter((words) => words.length > 1) : all
}

/** What a name means: one platform, none on file, or several of which it does not say which. */
export type Meaning = { is: 'one'; id: PlatformId } | { is: 'none' } | { is: 'several'; ids: PlatformId[] }

/** The one that all others are above: of a family and its version the version, which says more; null where they are apart. */
const lowest = (platforms: readonly NamedPlatform[]): PlatformId | null =>
  platforms.find(({ id }) => platforms.every((other) => lineageOf(id).includes(other.id)))?.id ?? null

/** Words that many names have in other spellings: a name is not looked for by them. */
const common = /^(?:windows|server|servercore|core|rtm|x64|x86|sp\d*)$/

/** All names of a platform as one text. */
const textOf = oncePer(({ id, family, version, variant, label }: NamedPlatform) =>
  [id, family, version, variant, label.en, label.ja, label.other?.text].join(' ').normalize('NFKC').toLowerCase(),
)

/** Platforms whose names may have all these words, found quickly. */
export function mayBeCalled<P extends NamedPlatform>(platforms: readonly P[], words: readonly string[]): P[] {
  const rare = words.filter((word) => !common.test(word))
  return rare.length === 0
    ? [...platforms]
    : platforms.filter((platform) => rare.every((word) => textOf(platform).includes(word)))
}

/** The meaning of names among these platforms: an id is itself; a name of a family and of one of its versions means the version. */
export function platformReader(platforms: readonly NamedPlatform[]): (name: string) => Meaning {
  const ids = new Set(platforms.map(({ id }) => id))
  const known = new Map<string, Meaning>()
  const meaningOf = (name: string): Meaning => {
    const words = wordsOfName(name)
    const key = keyOf(words)
    const found = mayBeCalled(platforms, words).filter((each) => keysOf(each).has(key))
    const literal = found.filter(({ label }) =>
      [label.ja, label.en, label.other?.text].some((own) => own !== undefined && normalise(own) === normalise(name)),
    )
    const one = lowest(found) ?? lowest(literal)
    if (one !== null) return { is: 'one', id: one }
    return found.length === 0 ? { is: 'none' } : { is: 'several', ids: found.map(({ id }) => id) }
  }
  return (name) => {
    const id = normalise(name)
    if (ids.has(id)) return { is: 'one', id }
    const meaning = known.get(id) ?? meaningOf(name)
    known.set(id, meaning)
    return meaning
  }
}
