import { redact } from './redact.ts'

/** What a log says of an error, and of no more than this: what libraries put beside it may hold values of rows and addresses. */
export type ErrorFacts = { type: string; message: string; code?: string; stack?: string; causes?: ErrorFacts[] }

/** Causes are followed to this depth, and this many of each error. */
const deepest = 3
const atMost = 3

function textOf(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return 'something that is no text'
  }
}

function causesOf(error: Error): unknown[] {
  const several: unknown[] = error instanceof AggregateError ? error.errors : []
  return [...(error.cause === undefined ? [] : [error.cause]), ...several].slice(0, atMost)
}

/** An error as it is logged, with its stack and what caused it. */
export function errorFacts(thrown: unknown, depth = 1): ErrorFacts {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: redact(textOf(thrown)) }
  const { name, message, stack } = thrown
  const code = 'code' in thrown && /^\w{1,60}$/.test(textOf(thrown.code)) ? textOf(thrown.code) : null
  const causes = depth < deepest ? causesOf(thrown).map((cause) => errorFacts(cause, depth + 1)) : []
  return {
    type: redact(textOf(name)),
    message: redact(textOf(message)),
    ...(code !== null && { code }),
    ...(stack !== undefined && { stack: redact(textOf(stack)) }),
    ...(causes.length > 0 && { causes }),
  }
}
