/** The items of a JSON file, or of one with an item a line, with the lines that they begin in. */
import { inventoryLines } from '../../contract/limits.ts'
import { Unreadable } from '../feed.ts'
import { parseJson } from '../json.ts'
import { FileRefused } from './refused.ts'

/** An item that is no JSON has no value. */
export type Item = { line: number; value?: unknown }

/** The lines in which the items of the outermost list begin. */
function linesOfItems(text: string): number[] {
  const lines: number[] = []
  let [line, depth, isInText] = [1, 0, false]
  let isNext = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '\n') line++
    if (isInText) {
      if (letter === '\\') at++
      else if (letter === '"') isInText = false
      continue
    }
    if (isNext && depth === 1 && !/[\s,\]]/.test(letter)) {
      lines.push(line)
      isNext = false
    }
    if (letter === '"') isInText = true
    else if (letter === '{' || letter === '[') {
      depth++
      if (depth === 1) isNext = true
    } else if (letter === '}' || letter === ']') depth--
    else if (letter === ',' && depth === 1) isNext = true
  }
  return lines
}

const parsed = (text: string): { value: unknown } | { why: string } => {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message }
    throw error
  }
}

/**
 * @throws FileRefused where it is neither, or has too many items
 */
export function jsonItems(text: string): Item[] {
  const start = (/^\s*/.exec(text)?.[0].match(/\n/g)?.length ?? 0) + 1
  const whole = parsed(text)
  if ('value' in whole) {
    const { value } = whole
    if (!Array.isArray(value)) return [{ line: start, value }]
    if (value.length > inventoryLines.maxLength) throw new FileRefused('too-large')
    const lines = linesOfItems(text)
    return value.map((item: unknown, at) => ({ line: lines[at] ?? start, value: item }))
  }
  const lines = text.split('\n').map((content, at) => ({ line: at + 1, content: content.trim() }))
  const filled = lines.filter(({ content }) => content !== '')
  if (filled.length > inventoryLines.maxLength) throw new FileRefused('too-large')
  const items = filled.map(({ line, content }) => {
    const each = parsed(content)
    return 'value' in each ? { line, value: each.value } : { line }
  })
  if (!items.some(({ value }) => objectFields(value) !== null)) throw new FileRefused('broken', whole.why)
  return items
}

/** The fields of an object; null for what is none. */
export const objectFields = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null

/** The first of these fields that is a text or a number, as a text; an empty one where none is. */
export function textAt(fields: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = fields[key]
    if (typeof value === 'string') return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return ''
}
