/** People who write over HTTP as fast as they are answered, until the server is gone or they are told to stop. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Desk, Write } from './desk.ts'
import { kindNames, kinds, type KindName } from './kinds.ts'
import { isDone, isKeyed, requestOf } from './writing.ts'

/** A write that was sent, and what became of it as far as its sender knows. */
export type PendingEdit = {
  kind: KindName
  mark: string
  write: Write
  /** Null where the server was gone before it answered. */
  status: number | null
}

const writersAtOnce = 6
/** How long somebody waits who is told that there is no database, in milliseconds. */
const pause = 20

/** What `fetch` and the reading of a body throw when there is nobody at the other end. */
const isGone = (error: unknown) => error instanceof TypeError

/** Sends a write and notes what becomes of it in `attempts`. False where the server is gone. */
export async function send(
  url: string,
  { kind, mark, write }: Omit<PendingEdit, 'status'>,
  attempts: PendingEdit[],
): Promise<boolean> {
  const attempt: PendingEdit = { kind, mark, write, status: null }
  attempts.push(attempt)
  return ask(url, attempt)
}

async function ask(url: string, attempt: PendingEdit): Promise<boolean> {
  const { kind, mark, write } = attempt
  try {
    const { path, init } = requestOf(kind, write, mark)
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    attempt.status = response.status
    if (text !== '') write.learn?.(JSON.parse(text))
    if (response.status === 503) await wait(pause)
    return true
  } catch (error) {
    if (isGone(error)) return false
    throw error
  }
}

/** Sends what nobody has answered again, where it has a key: whether or not it is there, it is to be there once. Gives how many. */
export async function sendAgain(url: string, attempts: readonly PendingEdit[]): Promise<number> {
  const unanswered = attempts.filter(({ kind, status }) => status === null && isKeyed(kind))
  for (const attempt of unanswered) await ask(url, attempt)
  return unanswered.length
}

/** From which kind on they write; a number of its own for each write; when they are to stop, if the server does not. */
type Order = { first: number; numbers: () => number; stop?: AbortSignal }

/** Writes of every kind, one after the other. */
async function writeUntilGone(desk: Desk, attempts: PendingEdit[], { first, numbers, stop }: Order): Promise<void> {
  const isStopped = () => stop?.aborted === true
  for (let at = first; !isStopped(); at++) {
    const kind = kindNames[at % kindNames.length] ?? 'addComment'
    const number = numbers()
    const mark = `write ${number}`
    try {
      const write = await kinds[kind](desk, mark, number)
      if (write !== null && !(await send(desk.url, { kind, mark, write }, attempts))) return
    } catch (error) {
      if (isGone(error)) return
      throw error
    }
  }
}

/** Several people, each at another kind. Resolves when all have ended. */
export const writeAtOnce = (desk: Desk, attempts: PendingEdit[], order: Order) =>
  Promise.all(
    Array.from({ length: writersAtOnce }, (_, writer) =>
      writeUntilGone(desk, attempts, { ...order, first: order.first + writer * 2 }),
    ),
  )

/**
 * What of the writes is not as their senders were told. Lost: it was acknowledged, and is not there as it was. Half: it is
 * there in part, more than once, or although it was refused.
 */
export function comparedWith(
  attempts: readonly PendingEdit[],
  countsOf: (attempt: PendingEdit) => readonly number[],
): { lost: string[]; half: string[] } {
  const [lost, half]: [string[], string[]] = [[], []]
  for (const attempt of attempts) {
    const counts = countsOf(attempt)
    const isWhole = counts.every((count) => count === 1)
    const isNowhere = counts.every((count) => count === 0)
    const said = `${attempt.kind}, ${attempt.mark}: ${counts.join(' ')}`
    // Who is told that there is no database does not know what became of a write that was under way.
    const isUnknown = attempt.status === null || attempt.status === 503
    if (isDone(attempt.status)) {
      if (!isWhole) lost.push(said)
    } else if (!isNowhere && !(isUnknown && isWhole)) half.push(`${said}, answered ${attempt.status}`)
  }
  return { lost, half }
}
