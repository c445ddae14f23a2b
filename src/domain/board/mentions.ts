/** Which people and teams a text names by `@`. */
import { mentionsOfText } from '../../contract/limits.ts'
import type { Mention } from '../../contract/mentions.ts'
import { nameKey } from '../access/person-name.ts'

/** Who can be named. */
export type Nameable = { people: readonly string[]; teams: readonly string[] }

/** A place in a text that names a person or a team: from the `@` to before `end`. */
export type MentionSpan = { start: number; end: number; mention: Mention }

/** The most signs that are looked at: no person writes as many. */
const maxSigns = 1000

/** A letter or number of a script that puts spaces between words: before the sign it makes it part of an address, behind a name part of another one. */
const spacedLetter = /[\p{L}\p{N}_]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u
const isSpaced = (letter: string) => spacedLetter.test(letter) && !unspaced.test(letter)
const isInAddress = (letter: string) => isSpaced(letter) || /[.%+-]/.test(letter)

/** What there is in place of a letter behind the end: neither letter nor number. */
const endOfText = 0

/** What is before a place, and what begins at it: whole characters. */
const before = (text: string, at: number) => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
const at = (text: string, place: number) => String.fromCodePoint(text.codePointAt(place) ?? endOfText)

/** The text with blanks in place of code, which names nobody. */
const withoutCode = (text: string): string =>
  text
    .replaceAll(/^ {0,3}```[^\n]*\n[^]*?(?:^ {0,3}```[^\n]*$|$(?![^]))/gm, (code) => ' '.repeat(code.length))
    .replaceAll(/`[^`\n]+`/g, (code) => ' '.repeat(code.length))

/** Names by the first letter of their keys, the longest first. A person goes before a team of the same name. */
function byFirstLetter({ people, teams }: Nameable): Map<string, { lengths: number[]; of: Map<string, Mention> }> {
  const all: Mention[] = [
    ...teams.map((name) => ({ kind: 'team' as const, name })),
    ...people.map((name) => ({ kind: 'person' as const, name })),
  ]
  const known = new Map<string, { lengths: number[]; of: Map<string, Mention> }>()
  for (const mention of all) {
    const key = nameKey(mention.name)
    const first = at(key, 0)
    const { lengths, of } = known.get(first) ?? { lengths: [], of: new Map<string, Mention>() }
    const longestFirst = [...new Set([...lengths, mention.name.length])].toSorted((a, b) => b - a)
    known.set(first, { lengths: longestFirst, of: of.set(key, mention) })
  }
  return known
}

/** Where a text names people and teams, in order. Case and width of letters do not count; the longest name does. */
export function mentionSpans(text: string, nameable: Nameable): MentionSpan[] {
  if (!/[@＠]/.test(text)) return []
  const known = byFirstLetter(nameable)
  const bare = withoutCode(text)
  const spans: MentionSpan[] = []
  let signs = 0
  for (const { index: start } of bare.matchAll(/[@＠]/g)) {
    if (++signs > maxSigns) break
    if (start < (spans.at(-1)?.end ?? 0) || isInAddress(before(bare, start))) continue
    const { lengths, of } = known.get(at(nameKey(at(bare, start + 1)), 0)) ?? {
      lengths: [],
      of: new Map<string, Mention>(),
    }
    for (const length of lengths) {
      const end = start + 1 + length
      const mention = end > bare.length ? undefined : of.get(nameKey(bare.slice(start + 1, end)))
      if (mention === undefined || (isSpaced(before(bare, end)) && isSpaced(at(bare, end)))) continue
      spans.push({ start, end, mention })
      break
    }
  }
  return spans
}

/** Whom a text names, each once, in order; at most as many as a text may name. */
export function mentionsIn(text: string, nameable: Nameable): Mention[] {
  const named = new Map(mentionSpans(text, nameable).map(({ mention }) => [`${mention.kind} ${mention.name}`, mention]))
  return [...named.values()].slice(0, mentionsOfText.maxLength)
}
