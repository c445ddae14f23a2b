/** Two servers on one database, and people on both who change the same few bulletins at the same time. */
import { setTimeout as wait } from 'node:timers/promises'
import { Changes } from '../../src/contract/events.ts'
import { Problem } from '../../src/contract/problem.ts'
import { Triaged, untouched, type TriageState } from '../../src/contract/triage.ts'
import { faultsIn, readLog, type Log } from './event-log.ts'
import { messagesOf } from './event-stream.ts'

const writersPerServer = 4
/** What is still to be told when the race is over is told within this time, in milliseconds. */
const patience = 10_000
/** Single writes after the race, and the pause before each in milliseconds. */
const [quietWrites, pause] = [20, 50]

/** A write that was acknowledged: by which server, when, and the event that it became. */
type Won = { server: number; id: string; version: number; at: number }

/** A message of a stream: up to which event it tells of which bulletins, and when it came. */
type Told = { last: number; bulletins: readonly string[]; at: number }

export type Outcome = {
  /** Answers to writes, by status. */
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

/** Notes what an open page is told; resolves once the stream is open. */
async function watch(url: string, signal: AbortSignal) {
  const told: Told[] = []
  const messages = messagesOf(await fetch(`${url}/api/events`, { signal }))
  // The first says that the stream is there.
  await messages.next()
  const listen = async () => {
    for await (const { event, data } of messages) {
      if (event !== 'changes') continue
      const { last, topics } = Changes.parse(data)
      told.push({ last, bulletins: topics.triage ?? [], at: performance.now() })
    }
  }
  // Being cut off is how it ends.
  const ended = listen().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return { told, ended }
}

/** Adds one to the count in the note of a state, whoever counted before. */
const counted = ({ note }: Pick<TriageState, 'note'>, writer: string): TriageState => ({
  ...untouched,
  status: 'assessing',
  assignee: writer,
  note: String(Number(note) + 1),
})

/** The numbers of the events that set a state. */
const eventsIn = (log: Log | undefined): number[] =>
  [...(log?.events.values() ?? [])].flatMap((events) =>
    events.flatMap(({ topic, id }) => (topic === 'triage' ? [id] : [])),
  )

/** What a server tells that does not add up. A lost update would be missing in the count of its bulletin. */
function faultsOf(log: Log, won: readonly Won[]): string[] {
  const counts = [...log.events.keys()].map((id) => ({
    id,
    told: Number(log.states.get(id)?.note ?? 0),
    written: won.filter((write) => write.id === id).length,
  }))
  const lost = counts.filter(({ told, written }) => told !== written)
  return [...faultsIn(log), ...lost.map(({ id, told, written }) => `${id} counts ${told} of ${written} writes`)]
}

/** How long the pages of the other servers waited for a write; a fault for each server whose page was not told. */
function hear({ server, id, version, at }: Won, streams: readonly { told: readonly Told[] }[]) {
  const [delays, faults]: [number[], string[]] = [[], []]
  for (const [other, { told }] of streams.entries()) {
    // The messages come in the order of events, each for all since the one before.
    const message = told.find(({ last }) => last >= version)
    if (message?.bulletins.includes(id) !== true) faults.push(`server ${other} never told of event ${version}`)
    else if (other !== server) delays.push(Math.max(0, message.at - at))
  }
  return { delays, faults }
}

/** Writers on `urls` race on the bulletins `ids`, which nobody has touched, for so many seconds. */
export async function race(urls: readonly string[], ids: readonly string[], seconds: number): Promise<Outcome> {
  const answers: Record<string, number> = {}
  const won: Won[] = []
  const faults: string[] = []

  /** Adds one to the count of a bulletin, however often somebody else is quicker. False where that went wrong. */
  async function count(server: number, url: string, id: string, writer: string): Promise<boolean> {
    const path = `${url}/api/bulletins/${id}/triage`
    let seen = Triaged.parse(await (await fetch(path)).json())
    for (;;) {
      const response = await fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${seen.version}"` },
        body: JSON.stringify(counted(seen, writer)),
      })
      const at = performance.now()
      const answer: unknown = await response.json()
      answers[response.status] = (answers[response.status] ?? 0) + 1
      if (response.status === 200) {
        won.push({ server, id, version: Triaged.parse(answer).version, at })
        return true
      }
      const [current] = Problem.parse(answer).current ?? []
      if (response.status !== 412 || current === undefined || current.version === seen.version) {
        faults.push(`${response.status} for version ${seen.version} of ${id}: ${JSON.stringify(answer)}`)
        return false
      }
      seen = current
    }
  }

  async function write(server: number, url: string, writer: string) {
    const end = performance.now() + seconds * 1000
    let goesOn = true
    while (goesOn && performance.now() < end) {
      const id = ids[Math.floor(Math.random() * ids.length)] ?? ''
      goesOn = await count(server, url, id, writer)
    }
  }

  const closing = new AbortController()
  const streams = await Promise.all(urls.map((url) => watch(url, closing.signal)))
  await Promise.all(
    urls.flatMap((url, server) =>
      Array.from({ length: writersPerServer }, (_, writer) => write(server, url, `writer ${server}.${writer}`)),
    ),
  )
  const raced = won.length
  for (let number = 0; number < quietWrites; number++) {
    await wait(pause)
    const server = number % urls.length
    await count(server, urls[server] ?? '', ids[number % ids.length] ?? '', 'a single writer')
  }
  const last = Math.max(...won.map(({ version }) => version))
  for (const started = performance.now(); performance.now() - started < patience;) {
    if (streams.every(({ told }) => (told.at(-1)?.last ?? 0) >= last)) break
    await wait(10)
  }
  closing.abort()
  await Promise.all(streams.map(({ ended }) => ended))

  const logs = await Promise.all(urls.map((url) => readLog(url, ids)))
  const events = eventsIn(logs[0])
  const acknowledged = new Set(won.map(({ version }) => version))
  faults.push(
    ...logs.flatMap((log, server) => faultsOf(log, won).map((fault) => `server ${server}: ${fault}`)),
    ...events.filter((id) => !acknowledged.has(id)).map((id) => `event ${id} was not acknowledged`),
  )
  const heard = won.map((write) => hear(write, streams))
  faults.push(...heard.flatMap((each) => each.faults))
  return {
    answers,
    events: events.length,
    won: won.length,
    faults,
    delays: heard.slice(0, raced).flatMap((each) => each.delays),
    quietDelays: heard.slice(raced).flatMap((each) => each.delays),
  }
}
