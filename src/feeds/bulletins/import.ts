import { PackedBulletin } from '../../contract/packed-bulletin.ts'
import { Platform } from '../../contract/platform.ts'
import { refusedFor, type Imported } from '../feed.ts'
import { parseJson } from '../json.ts'
import { problemList, problemOf } from '../problems.ts'
import { decodeText } from '../text.ts'
import { unpacked } from '../../domain/bulletin/packed.ts'

type Value = { place: string; read: () => unknown }

/** The lines of a text, one by one: there may be more of them than a list should have. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    yield text.slice(from, end === -1 ? text.length : end)
    from = end === -1 ? text.length + 1 : end + 1
  }
}

/** The lines of JSON Lines, or the one value of a JSON document, each with its place. */
function* valuesOf(text: string): Generator<Value> {
  if (!isLines(text)) {
    const whole = parseJson(text)
    const items: unknown[] = Array.isArray(whole) ? whole : [whole]
    for (const [at, item] of items.entries())
      yield { place: Array.isArray(whole) ? `item ${at + 1}` : 'document', read: () => item }
    return
  }
  let number = 0
  for (const line of linesOf(text)) {
    const place = `line ${++number}`
    if (line.trim() !== '') yield { place, read: () => parseJson(line, place) }
  }
}

/** Whether the first line is a value by itself, and there are more. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n')
  if (end === -1 || text.slice(end).trim() === '') return false
  try {
    parseJson(text.slice(0, end))
    return true
  } catch {
    return false
  }
}

/** A platform has a family; a bulletin has none. */
const isPlatform = (value: unknown): boolean => typeof value === 'object' && value !== null && 'family' in value

/**
 * Bulletins in our own shape, and the platforms that they speak of, as JSON or JSON Lines. A file with a problem is
 * refused whole, and read no further than its hundredth; with `keepGoing` what is good of it is taken all the same.
 */
export function importBulletins(bytes: Uint8Array, { keepGoing }: { keepGoing: boolean }): Imported {
  const all: Imported = refusedFor([])
  const problems = problemList()
  const take = (place: string, value: unknown) => {
    const parsed = isPlatform(value) ? Platform.safeParse(value) : PackedBulletin.safeParse(value)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        problems.add({
          place: path.length > 0 ? `${place}: ${path.map(String).join('.')}` : place,
          rule: null,
          message,
        })
    } else if ('family' in parsed.data) all.platforms.push(parsed.data)
    else all.bulletins.push(unpacked(parsed.data))
  }
  const noting = (place: string, work: () => void) => {
    try {
      work()
    } catch (error) {
      problems.add(problemOf(error, place))
    }
  }
  noting('document', () => {
    for (const { place, read } of valuesOf(decodeText(bytes))) {
      noting(place, () => take(place, read()))
      if (problems.isFull() && !keepGoing) return
    }
  })
  const told = { problems: problems.listed, problemCount: problems.count() }
  return problems.count() === 0 || keepGoing ? { ...all, ...told } : { ...refusedFor([]), ...told }
}
