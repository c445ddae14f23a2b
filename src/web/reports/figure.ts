/** Which figure of the report an address names. */
import type { HandlingQuery } from '../../contract/reports.ts'
import { backlogAges, exceptionAges, handlingSteps, handlingTimings } from '../../contract/report-words.ts'

/** The address as it is: what names no figure in it is left out by `readFigure`. */
export type FigureSearch = { [F in keyof HandlingQuery]?: unknown }

const oneOf = (words: readonly string[]) => (value: string) => words.includes(value)

const checks: Record<keyof HandlingQuery, (value: string) => boolean> = {
  severity: oneOf(['1', '2', '3', '4', 'unrated']),
  month: (value) => /^\d{4}-\d\d$/.test(value),
  reached: oneOf(handlingSteps),
  waiting: oneOf(handlingSteps),
  timing: oneOf(handlingTimings),
  exception: oneOf(exceptionAges),
  backlog: oneOf(backlogAges),
}

/** The figure that an address names; null where it names none. */
export function readFigure(search: FigureSearch): HandlingQuery | null {
  const valid = Object.entries(checks).flatMap(([field, isValid]) => {
    const value = search[field as keyof HandlingQuery]
    // The router reads digits as a number.
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && isValid(text) ? [[field, text] as const] : []
  })
  return valid.length === 0 ? null : Object.fromEntries(valid)
}
