/** Who is offered while a name is typed. */
import { assignee } from '../../contract/limits.ts'
import { nameKey } from '../access/person-name.ts'

/** What has been typed of a name, from its `@` at `start`, and the names that it may become. */
export type Completion = { start: number; names: readonly string[] }

const mostOffered = 8

/** A letter or number before the sign makes it part of an address. */
const isWithin = /[\p{Script=Latin}\p{N}._%+-]$/u

/**
 * The names that what is typed before the caret may become: those that begin so first, then those of which a later word
 * does. Null where no name is being typed.
 */
export function completionAt(text: string, caret: number, names: readonly string[]): Completion | null {
  const line = text.slice(Math.max(0, caret - assignee.maxLength - 1), caret)
  const sign = Math.max(line.lastIndexOf('@'), line.lastIndexOf('＠'))
  const start = caret - line.length + sign
  if (sign < 0 || isWithin.test(text.slice(Math.max(0, start - 1), start))) return null
  const typed = line.slice(sign + 1)
  if (/\n|^\s|\s\s/.test(typed)) return null
  const key = nameKey(typed)
  const rank = (name: string) => {
    const known = nameKey(name)
    if (known.startsWith(key)) return 0
    return known.split(/[\s.,()_-]+/).some((word) => word.startsWith(key)) ? 1 : 2
  }
  const offered = names
    .map((name) => ({ name, rank: rank(name) }))
    .filter((each) => each.rank < 2)
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .slice(0, mostOffered)
    .map(({ name }) => name)
  return offered.length === 0 ? null : { start, names: offered }
}

/** The text with a name in place of what was typed of it, and where the caret is then. */
export function completed(text: string, caret: number, start: number, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, start)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}
