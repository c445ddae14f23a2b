import { Bulletin } from '../../contract/bulletin.ts'
import { Platform } from '../../contract/platform.ts'
import { refusedFor, Unreadable, type Imported, type Problem } from '../feed.ts'
import { parseJson } from '../json.ts'
import { readText } from '../text.ts'

/** The lines of JSON Lines, or the one value of a JSON document, each with the place where it stands. */
function* valuesOf(text: string): Generator<{ place: string; read: () => unknown }> {
  const lines = text.split('\n')
  const isLines = lines.filter((line) => line.trim() !== '').length > 1 && isJson(lines[0] ?? '')
  if (!isLines) {
    const whole = parseJson(text)
    const items: unknown[] = Array.isArray(whole) ? whole : [whole]
    for (const [at, item] of items.entries()) {
      yield { place: Array.isArray(whole) ? `item ${at + 1}` : 'document', read: () => item }
    }
    return
  }
  for (const [at, line] of lines.entries()) {
    const place = `line ${at + 1}`
    if (line.trim() !== '') yield { place, read: () => parseJson(line, place) }
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** A platform has a family; a bulletin has none. */
const isPlatform = (value: unknown): boolean => typeof value === 'object' && value !== null && 'family' in value

const problemsOf = (place: string, issues: readonly { path: PropertyKey[]; message: string }[]): Problem[] =>
  issues.map(({ path, message }) => ({
    place: path.length > 0 ? `${place}: ${path.map(String).join('.')}` : place,
    rule: null,
    message,
  }))

/**
 * Bulletins in our own shape, and the platforms that they speak of, as JSON or JSON Lines. A file with a problem is
 * refused whole; with `keepGoing` what is good of it is taken all the same.
 */
export function importBulletins(bytes: Uint8Array, { keepGoing }: { keepGoing: boolean }): Imported {
  const all: Imported = refusedFor([])
  const take = (place: string, value: unknown) => {
    const parsed = isPlatform(value) ? Platform.safeParse(value) : Bulletin.safeParse(value)
    if (!parsed.success) all.problems.push(...problemsOf(place, parsed.error.issues))
    else if ('family' in parsed.data) all.platforms.push(parsed.data)
    else all.bulletins.push(parsed.data)
  }
  const noting = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      all.problems.push({ place: error.place, rule: null, message: error.message })
    }
  }
  noting(() => {
    for (const { place, read } of valuesOf(readText(bytes))) noting(() => take(place, read()))
  })
  if (all.problems.length === 0 || keepGoing) return all
  return refusedFor(all.problems)
}
