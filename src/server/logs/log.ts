/** The one log of the server: a line for each request, each error, and what an operator should know; without secrets. */
import pino, { type DestinationStream } from 'pino'
import type { AnsweredRequest } from '../http/observe.ts'
import { errorFacts } from './error-facts.ts'
import type { LogSettings } from './settings.ts'
import { redact } from './redact.ts'
import { textLine } from './text-lines.ts'

type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Told of an error that is no fault of the caller. `requestId`: of the request in which it happened. */
export type Report = (error: unknown, requestId?: string) => void

export type Log = {
  info: (message: string, facts?: Facts) => void
  warn: (message: string, facts?: Facts) => void
  report: Report
  /** The last thing that a process says: it is written when this returns. */
  fatal: (error: unknown) => void
  request: (answered: AnsweredRequest) => void
  /** Fulfilled once all is written; never, where nobody reads it any more. */
  written: () => Promise<void>
}

/** So much waits in memory for a reader that is slow; what comes beyond it is lost. */
const maxWaiting = 8 * 1024 * 1024

/** Lines are written together, 4 KB or those of a tenth of a second: each by itself costs more than the rest of the log. */
const together = { minLength: 4096, periodicFlush: 100 }

/** The output of the process, written behind what the server does: a slow reader holds up nothing. */
function standardOutput() {
  const stream = pino.destination({ dest: 1, sync: false, maxLength: maxWaiting, ...together })
  // Who read it is gone, and the server goes on.
  stream.on('error', () => {})
  const flush = () => {
    try {
      stream.flushSync()
    } catch {
      // It is not open yet, or nobody reads it.
    }
  }
  const written = () => new Promise<void>((resolve) => stream.flush(() => resolve()))
  return { stream, flush, written }
}

/** Lines that are written by what is called with each. */
const givenOutput = (write: (line: string) => void) => ({
  stream: { write } satisfies DestinationStream,
  flush: () => {},
  written: () => Promise.resolve(),
})

const withoutSecrets = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  )

/** The log as it is set. `write` takes its lines, in place of the output of the process. */
export function makeLog({ level, format, addresses }: LogSettings, write?: (line: string) => void): Log {
  const { stream, flush, written } = write === undefined ? standardOutput() : givenOutput(write)
  const lines = format === 'json' ? stream : { write: (line: string) => stream.write(textLine(line)) }
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    lines,
  )
  return {
    info: (message, facts = {}) => logger.info(withoutSecrets(facts), redact(message)),
    warn: (message, facts = {}) => logger.warn(withoutSecrets(facts), redact(message)),
    report: (error, requestId) =>
      logger.error({ ...(requestId !== undefined && { requestId }), error: errorFacts(error) }, 'error'),
    fatal(error) {
      logger.fatal({ error: errorFacts(error) }, 'the server ends')
      flush()
    },
    request({ requestId, method, route, status, milliseconds, bytes, address, isAborted }) {
      const ms = Math.round(milliseconds * 10) / 10
      const more = { ...(isAborted && { aborted: true }), ...(addresses && { address }) }
      logger.info({ requestId, method, route, status, ms, bytes, ...more }, 'request')
    },
    written,
  }
}
