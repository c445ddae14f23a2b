/** Names of people, as they come from elsewhere. */
import { personName } from '../../contract/limits.ts'
import { nameCharacter, PersonName } from '../../contract/person-name.ts'

/** What begins the name under which the doings of a program are kept: no name of a person has a colon. */
const programPrefix = 'token: '

/** The name of a program that comes in by a token. */
export const programName = (title: string): string => `${programPrefix}${title}`

/** As much of a text as there is room for, and no half of a letter. */
function cut(text: string, room: number): string {
  let end = 0
  for (const letter of text) {
    if (end + letter.length > room) break
    end += letter.length
  }
  return text.slice(0, end).trim()
}

const outside = new RegExp(`(?!${nameCharacter}).`, 'gsu')

/** A text as a name that the contract takes: without what no name may have, and cut; empty where nothing is left. */
export function cleanName(text: string): string {
  const bare = text.toWellFormed().normalize('NFKC').replaceAll(outside, ' ').normalize('NFKC')
  const name = cut(bare.replaceAll(/ +/g, ' ').replace(/^[ \p{M}]+/u, ''), personName.maxLength)
  return PersonName.safeParse(name).data ?? ''
}

/**
 * By what a name is told from others: two that differ in case only, or in what looks the same, are one. The first lower case
 * is for the capital ẞ, which is its own upper case, while ß becomes SS.
 */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').replaceAll('’', "'").toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')

/** Letters of Cyrillic and Greek that look like those of Latin, in lower case; capitals look alike where these do. */
const lookalikes = new Map(
  Object.entries({
    a: 'аα',
    b: 'вβ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еεё',
    h: 'нһη',
    i: 'іιї',
    j: 'јϳ',
    k: 'кκ',
    m: 'мμ',
    n: 'ν',
    o: 'оο',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ',
    t: 'тτ',
    v: 'ѵ',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγυ',
    z: 'ζ',
  }).flatMap(([latin, others]) => Array.from(others, (other): [string, string] => [other, latin])),
)

/** What a name looks like: names of other scripts that people would take for each other look the same. */
export const nameLook = (name: string): string =>
  Array.from(nameKey(name), (letter) => lookalikes.get(letter) ?? letter).join('')

/** The same name with a mark behind it, by which it is told from another's; the mark is never cut. */
export function markedName(name: string, mark: string): string {
  const behind = ` (${cut(cleanName(mark), personName.maxLength / 2)})`
  return `${cut(name, personName.maxLength - behind.length)}${behind}`
}
