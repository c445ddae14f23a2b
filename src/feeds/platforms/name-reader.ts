/** Takes what names say in many ways out of them: the machine, the service pack. */
import { tidy } from './slug.ts'

/** What is read of a name. */
export type NameParts = {
  family: string
  version: string | null
  variant: string | null
  kind: 'server' | 'client' | 'application' | 'unknown'
}

/** A part of a name is taken out of it, so that what is left can be read on. */
export class NameReader {
  rest: string
  constructor(name: string) {
    this.rest = name
  }
  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest)
    if (found !== null) this.rest = tidy(this.rest.replace(found[0], ' '))
    return found
  }
}

/** The parts that are given, with a space between them; null without any. */
export const joined = (parts: readonly (string | null | undefined | false)[]): string | null => {
  const given = parts.filter((part) => typeof part === 'string' && part !== '')
  return given.length > 0 ? given.join(' ') : null
}

/** What a name says of the machine, in the words of the screen: `x64`, `32-bit`. */
const machines: readonly [RegExp, string][] = [
  [/\bx64(?:[- ]based)?(?: systems?| edition)?\b/i, 'x64'],
  [/\barm64(?:[- ]based)?(?: systems?)?\b/i, 'ARM64'],
  [/\bitanium(?:[- ]based)?(?: systems?)?\b/i, 'Itanium'],
  [/\b(32|64)[- ]bit(?: systems?| editions?)?\b/i, '$1-bit'],
]

/** The machine, which a name tells as "for x64-based Systems" or "(64-bit editions)". */
export function takeMachine(reader: NameReader): string | null {
  for (const [pattern, word] of machines) {
    const found = reader.take(
      new RegExp(`\\(\\s*${pattern.source}\\s*\\)|\\bfor ${pattern.source}|${pattern.source}`, 'i'),
    )
    if (found !== null) return word.replace('$1', found.find((part, at) => at > 0 && /^(32|64)$/.test(part)) ?? '')
  }
  return null
}

/** The service pack, as `SP2`. */
export const takeServicePack = (reader: NameReader): string | null => {
  const found = reader.take(/\bService Pack (\d+\w?)\b/i)
  return found === null ? null : `SP${found[1]}`
}
