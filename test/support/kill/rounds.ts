/** Kills the server while people write, again and again, and looks at what is left. */
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../chance.ts'
import { faultsIn, readLog } from '../event-log.ts'
import type { Running, Server } from '../server-process.ts'
import type { Desk } from './desk.ts'
import { bulletinSaying, importedIds } from './documents.ts'
import { kindNames, type KindName } from './kinds.ts'
import { lookingAt } from './look.ts'
import type { Place } from './tables.ts'
import { send, sendAgain, writeAtOnce, type PendingEdit } from './writers.ts'
import { isDone } from './writing.ts'

/** A first start is killed within this time, in milliseconds: while the schema is made, or the database filled. */
const firstStart = 1500
/** The server is killed after any number of answers up to this one, and so many milliseconds on: in the middle of the next. */
const [maxAnswers, maxOn] = [60, 20]
/** A busy machine is not waited for longer than this, in milliseconds. */
const patience = 10_000

/** Resolves in the middle of writes, whether the machine is fast or slow. */
export async function inTheMiddle(attempts: readonly PendingEdit[]) {
  const enough = chance() * maxAnswers
  const answered = () => attempts.filter(({ status }) => status !== null).length
  for (const began = performance.now(); answered() < enough && performance.now() - began < patience;) await wait(2)
  await wait(chance() * maxOn)
}

/** Kills a first start; `spawn` begins one, and `start` must then do what it left undone. Gives the bulletins that are there. */
export async function killFirstStart(spawn: () => Running, start: () => Promise<Server>): Promise<number> {
  const first = spawn()
  await wait(chance() * firstStart)
  first.process.kill('SIGKILL')
  await first.ended
  const second = await start()
  const bulletins = (await (await fetch(`${second.url}/api/bulletins`)).json()) as unknown[]
  second.process.kill('SIGKILL')
  await second.ended
  return bulletins.length
}

export type Tally = {
  rounds: number
  /** Writes that were sent, by what the server answered; `none` where it was gone before. */
  answers: Record<string, number>
  /** Writes that were acknowledged, by kind. */
  acknowledged: Record<KindName, number>
  /** Writes of which nobody knew whether they are there, until they were sent again. */
  sentAgain: number
  /** Acknowledged writes that are not there. */
  lost: string[]
  /** What is there in part, or does not follow from what was before. */
  half: string[]
  /** What the server said when it did not start again. */
  failedStarts: string[]
}

/** An empty tally, and how to add to it. */
export function tallying(rounds: number) {
  // The keys are those of the table of kinds.
  const none = Object.fromEntries(kindNames.map((kind) => [kind, 0])) as Tally['acknowledged']
  const tally: Tally = { rounds, answers: {}, acknowledged: none, sentAgain: 0, lost: [], half: [], failedStarts: [] }
  const count = (attempts: readonly PendingEdit[], { lost, half }: Pick<Tally, 'lost' | 'half'>) => {
    for (const { kind, status } of attempts) {
      tally.answers[status ?? 'none'] = (tally.answers[status ?? 'none'] ?? 0) + 1
      if (isDone(status)) tally.acknowledged[kind] += 1
    }
    tally.lost.push(...lost)
    tally.half.push(...half)
  }
  return { tally, count }
}

/** A desk on which nothing lies yet, and the documents of which later ones change what they say. */
export async function openDesk(url: string, ids: readonly string[]) {
  const desk: Desk = {
    url,
    ids,
    versions: new Map(),
    comments: [],
    results: [],
    rollouts: [],
    reports: [],
    sources: [],
  }
  const first: PendingEdit[] = []
  const write = { body: importedIds.map((id) => bulletinSaying(id, 0)), countIn: () => [1] }
  await send(url, { kind: 'importDocument', mark: 'the first import', write }, first)
  return { desk, first }
}

/** One place through all rounds. `start` starts the server on it; `ids` are bulletins that are there. */
export async function killRounds(
  rounds: number,
  { place, ids, start }: { place: Place; ids: readonly string[]; start: () => Promise<Server> },
): Promise<Tally> {
  const { tally, count } = tallying(rounds)
  const startAgain = async () => {
    try {
      return await start()
    } catch (error) {
      tally.failedStarts.push(String(error))
      return start()
    }
  }

  let server = await start()
  const look = lookingAt(place)
  const { desk, first } = await openDesk(server.url, ids)
  count(first, await look(desk, first))
  let number = 0
  for (let round = 0; round < rounds; round++) {
    const attempts: PendingEdit[] = []
    desk.url = server.url
    const writing = writeAtOnce(desk, attempts, { first: round, numbers: () => ++number })
    await inTheMiddle(attempts)
    server.process.kill('SIGKILL')
    await Promise.all([server.ended, writing])

    server = await startAgain()
    tally.sentAgain += await sendAgain(server.url, attempts)
    count(attempts, await look(desk, attempts))
  }
  // And in its own words.
  tally.half.push(...faultsIn(await readLog(server.url, [...ids, ...importedIds])))
  server.process.kill('SIGKILL')
  await server.ended
  return tally
}
