/** Marks that turn the direction of text around (Unicode, UAX 9): whatever comes after such a text on a page is turned, too. */
const marks = /[\u202A-\u202E\u2066-\u2069]/g

/** A value without these marks in any of its texts; keys are those of our own contract and have none. */
export function withoutDirectionMarks<T>(value: T): T {
  // What comes out has the type of what went in: only characters of its texts are left out.
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(marks, '')
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]))
}
