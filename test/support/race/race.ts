/** Two servers on one database, and people on both who change the same few bulletins at the same time. */
import { setTimeout as wait } from 'node:timers/promises'
import { below } from '../chance.ts'
import { deedsOf, type Notes, type Person } from './people.ts'
import { sumUp, sumUpMachines, sumUpPlan } from './sum.ts'
import { hear, watch } from './told.ts'

const writersPerServer = 4
/** What is still to be told when the race is over is told within this time, in milliseconds. */
const patience = 10_000
/** Single writes after the race, and the pause before each in milliseconds. */
const [quietWrites, pause] = [20, 50]

export type Outcome = {
  /** Answers to writes, by what was written and status. */
  answers: Record<string, number>
  /** Writes on the log of events, and those that were acknowledged: the same. */
  events: number
  won: number
  /** What does not add up: lost updates, states that do not follow, servers that differ, events that nobody was told. */
  faults: string[]
  /** From an answer of one server until an open page of the other one is told, in milliseconds; 0 where it was told before. */
  delays: number[]
  /** The same of single writes afterwards: nothing else wakes the other server. */
  quietDelays: number[]
}

/** Writers on `urls` race on the bulletins `ids`, which nobody has touched, for so many seconds. */
export async function race(urls: readonly string[], ids: readonly string[], seconds: number): Promise<Outcome> {
  const notes: Notes = {
    answers: {},
    won: [],
    faults: [],
    renamed: { count: 0 },
    gates: { count: 0 },
    attempts: { count: 0 },
  }
  const { won, faults } = notes
  const { count, countAll, correct, renew, rename, turnGate, attempt, keepPlan } = deedsOf(notes)
  const plan = await keepPlan({ server: 0, url: urls[0] ?? '', name: 'the first' })
  // They overlap: whoever sets one of them takes some of the other from under its writer.
  const sets = [ids.slice(0, -1), ids.slice(1)]

  async function write(person: Person) {
    const end = performance.now() + seconds * 1000
    const one = () => ids[below(ids.length)] ?? ''
    const deeds = [
      () => count(person, one()),
      () => count(person, one()),
      () => countAll(person, sets[below(sets.length)] ?? ids),
      () => correct(person, one()),
      () => renew(person, one()),
      () => rename(person, plan),
      () => turnGate(person, plan),
      () => attempt(person, one()),
    ]
    let goesOn = true
    while (goesOn && performance.now() < end) goesOn = (await deeds[below(deeds.length)]?.()) ?? false
  }

  const closing = new AbortController()
  const streams = await Promise.all(urls.map((url) => watch(url, closing.signal)))
  // Only what takes the place of something can be lost: there is a first result of each, for all to correct.
  const first = { server: 0, url: urls[0] ?? '', name: 'the first' }
  for (const id of ids) {
    await correct(first, id)
    await renew(first, id)
  }
  const begun = won.length
  await Promise.all(
    urls.flatMap((url, server) =>
      Array.from({ length: writersPerServer }, (_, writer) =>
        write({ server, url, name: `writer ${server}.${writer}` }),
      ),
    ),
  )
  const raced = won.length
  for (let number = 0; number < quietWrites; number++) {
    await wait(pause)
    const server = number % urls.length
    await count({ server, url: urls[server] ?? '', name: 'a single writer' }, ids[number % ids.length] ?? '')
  }
  const last = Math.max(...won.map(({ version }) => version))
  for (const started = performance.now(); performance.now() - started < patience;) {
    if (streams.every(({ told }) => (told.at(-1)?.changes.last ?? 0) >= last)) break
    await wait(10)
  }
  closing.abort()
  await Promise.all(streams.map(({ ended }) => ended))

  const sums = await Promise.all(urls.map((url) => sumUp(url, ids, won)))
  faults.push(...sums.flatMap((sum, server) => sum.faults.map((fault) => `server ${server}: ${fault}`)))
  for (const url of urls) faults.push(...(await sumUpPlan(url, plan, notes)), ...(await sumUpMachines(url, notes)))
  const heard = won.map((each) => hear(each, streams))
  faults.push(...heard.flatMap((each) => each.faults))
  return {
    answers: notes.answers,
    events: sums[0]?.events ?? 0,
    won: won.length,
    faults,
    delays: heard.slice(begun, raced).flatMap((each) => each.delays),
    quietDelays: heard.slice(raced).flatMap((each) => each.delays),
  }
}
