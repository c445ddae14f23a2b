/** The log for a person at a terminal. */
import * as z from 'zod'

const Line = z.looseObject({ level: z.string(), time: z.string(), msg: z.string() })
const Failure = z.looseObject({ message: z.string(), stack: z.string().optional() })

const shown = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)

/** Under the first line everything is indented, so that no text looks like a line of its own. */
const indented = (text: string) => text.replaceAll('\n', '\n    ')

/** A line of the log, as it is in JSON, for reading: `09:30:01.123 INFO request method=GET …`. */
export function textLine(json: string): string {
  const { level, time, msg, error, ...facts } = Line.parse(JSON.parse(json))
  const failure = Failure.safeParse(error).data
  const said = Object.entries(facts).map(([name, value]) => ` ${name}=${shown(value)}`)
  const stack = failure === undefined ? '' : `\n${failure.stack ?? failure.message}`
  const head = `${time.slice(11, 23)} ${level.toUpperCase().padEnd(5)} ${msg}${said.join('')}`
  return `${indented(head + stack)}\n`
}
