/** Kills the server while people write, again and again, and looks at what is left. */
import { setTimeout as wait } from 'node:timers/promises'
import { comparedWith, faultsIn, readLog } from './event-log.ts'
import type { Running, Server } from './server-process.ts'
import { writeUntilGone, type Attempt } from './writers.ts'

const writersAtOnce = 6
/** A first start is killed within this time, in milliseconds: while the schema is made, or the database filled. */
const firstStart = 1500
/** How long people write before the server is killed, in milliseconds: any time in between. */
const [shortest, longest] = [10, 500]

/** Kills a first start; `spawn` begins one, and `start` must then do what it left undone. Gives the bulletins that are there. */
export async function killFirstStart(spawn: () => Running, start: () => Promise<Server>): Promise<number> {
  const first = spawn()
  await wait(Math.random() * firstStart)
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
  /** Acknowledged writes that are not there. */
  lost: string[]
  /** What is there in part, or does not follow from what was before. */
  half: string[]
  /** What the server said when it did not start again. */
  failedStarts: string[]
}

/** One data directory through all rounds. `start` starts the server on it; `ids` are bulletins that are there. */
export async function killRounds(rounds: number, ids: readonly string[], start: () => Promise<Server>): Promise<Tally> {
  const attempts: Attempt[] = []
  const [lost, half] = [new Set<string>(), new Set<string>()]
  const failedStarts: string[] = []
  const startAgain = async () => {
    try {
      return await start()
    } catch (error) {
      failedStarts.push(String(error))
      return start()
    }
  }

  let known = new Map(ids.map((id) => [id, 0]))
  let server = await start()
  for (let round = 0; round < rounds; round++) {
    const desk = { url: server.url, known, attempts }
    const writing = Array.from({ length: writersAtOnce }, (_, writer) => writeUntilGone(desk, `${round}.${writer}`))
    await wait(shortest + Math.random() * (longest - shortest))
    server.process.kill('SIGKILL')
    await Promise.all([server.ended, ...writing])

    server = await startAgain()
    const log = await readLog(server.url, ids)
    const compared = comparedWith(attempts, log)
    for (const mark of compared.lost) lost.add(mark)
    for (const fault of [...compared.half, ...faultsIn(log)]) half.add(fault)
    known = new Map(ids.map((id) => [id, log.states.get(id)?.version ?? 0]))
  }
  server.process.kill('SIGKILL')
  await server.ended

  const answers: Record<string, number> = {}
  for (const { status } of attempts) answers[status ?? 'none'] = (answers[status ?? 'none'] ?? 0) + 1
  return { rounds, answers, lost: [...lost], half: [...half], failedStarts }
}
