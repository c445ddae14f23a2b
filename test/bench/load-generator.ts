/**
 * Asks a server at a fixed rate, whether it keeps up or not (an open loop), in a thread of its own. A request counts
 * from the moment that it was due: waiting for its turn is waiting.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { Pool, request } from 'undici'
import { Triaged, TriageList } from '../../src/contract/triage.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { randomFrom } from './generate.ts'

export type Task = {
  url: string
  rate: number
  seconds: number
  ids: readonly string[]
  platforms: readonly string[]
  /** Sent with every request: who asks. */
  who: Record<string, string>
  /** What the browser of each page that is open meanwhile, and listens, sends along. */
  pages: readonly Record<string, string>[]
  writesASecond: number
  /** Asks for nothing but this kind. */
  only?: string
}

/**
 * A request that was made: what kind, how long it took in milliseconds, how much of that before it was sent, and what
 * was wrong with it.
 */
export type Sample = { kind: string; wait: number; late: number; error: string | null }

/** What came of it all; `faults` are those of the pages that were open. */
export type Loaded = { samples: Sample[]; faults: string[] }

type Asked = {
  path: string
  headers?: Record<string, string>
  method?: 'PUT'
  body?: string
  /** What is done with the answer, where anything is. */
  take?: (answer: unknown) => void
}

const { url, rate, seconds, ids, platforms, who, pages, writesASecond, only } = workerData as Task
/** As many as a few dozen browsers open. */
const connections = 128
const browser = { ...who, 'accept-encoding': 'gzip, deflate, br, zstd' }
const random = randomFrom(7)
const pick = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? ''

/** The headers of a browser that has the answer already. */
async function whoHas(path: string): Promise<Asked> {
  const { headers, body } = await request(`${url}${path}`, { headers: browser })
  await body.dump({ limit: Number.POSITIVE_INFINITY })
  return { path, headers: { ...browser, 'if-none-match': String(headers['etag']) } }
}

const filters = () =>
  new URLSearchParams({
    severity: pick(['1', '2', '1,2', '3']),
    platform: pick(platforms),
    sort: pick(['updated', 'urgency', 'id']),
  }).toString()

const [index, tree] = [await whoHas('/api/index'), await whoHas('/api/platforms')]
const { version, states } = TriageList.parse(await (await request(`${url}/api/triage`, { headers: who })).body.json())
const versions = new Map(states.map(({ id, version: last }) => [id, last]))

/** Sets the state that was set longest ago; whatever is made from all states is to be made anew. */
function setOne(): Asked {
  const [[id, last] = ['', 0]] = versions
  versions.delete(id)
  return {
    method: 'PUT',
    path: `/api/bulletins/${id}/triage`,
    headers: { ...who, 'content-type': 'application/json', 'if-match': `"${last}"` },
    body: JSON.stringify({ ...defaultState, status: pick(['assessing', 'planned', 'done']), note: `after ${last}` }),
    take: (answer) => versions.set(id, Triaged.parse(answer).version),
  }
}

/** What people with open pages and programs ask, and how often of about a hundred. */
const mix: { kind: string; share: number; status: number; ask: () => Asked }[] = [
  { kind: 'index, known', share: 19, status: 304, ask: () => index },
  { kind: 'index', share: 5, status: 200, ask: () => ({ path: '/api/index', headers: browser }) },
  {
    kind: 'bulletin',
    share: 40,
    status: 200,
    ask: () => ({ path: `/api/bulletins/${pick(ids)}`, headers: browser }),
  },
  {
    kind: 'filtered list',
    share: 10,
    status: 200,
    ask: () => ({ path: `/api/bulletins?${filters()}`, headers: browser }),
  },
  {
    kind: 'triage since',
    share: 10,
    status: 200,
    ask: () => ({ path: `/api/triage?since=${version - Math.floor(random() * 20)}`, headers: who }),
  },
  {
    kind: 'history',
    share: 5,
    status: 200,
    ask: () => ({ path: `/api/bulletins/${pick(ids)}/history`, headers: who }),
  },
  { kind: 'platforms, known', share: 5, status: 304, ask: () => tree },
  { kind: 'health', share: 2.5, status: 200, ask: () => ({ path: '/healthz' }) },
  { kind: 'triage set', share: (writesASecond * 100) / rate, status: 200, ask: setOne },
  { kind: 'page', share: 2.5, status: 200, ask: () => ({ path: '/alerts', headers: browser }) },
]

const asked = only === undefined ? mix : mix.filter(({ kind }) => kind === only)
const shares = asked.reduce((sum, { share }) => sum + share, 0)

function draw() {
  let left = random() * shares
  return asked.find(({ share }) => (left -= share) < 0) ?? asked.slice(-1)[0]
}

/** Opens pages that listen; they go on until `close`, which tells what was wrong with any. */
async function openAll() {
  const own = new Pool(url, { connections: Math.max(1, pages.length), bodyTimeout: 0 })
  const told: number[] = []
  const closing = new AbortController()
  const reading = pages.map(async (headers, page) => {
    const { statusCode, body } = await own.request({ path: '/api/events', method: 'GET', headers })
    if (statusCode !== 200) throw new Error(`a page was answered ${statusCode}`)
    closing.signal.addEventListener('abort', () => body.destroy())
    let messages = 0
    try {
      for await (const piece of body) messages += String(piece).split('event: changes').length - 1
    } catch (error) {
      if (!closing.signal.aborted) throw error
    }
    told[page] = messages
  })
  return async () => {
    closing.abort()
    const ended = await Promise.allSettled(reading)
    await own.close()
    const deaf = told.filter((messages) => messages === 0).length
    return [
      ...ended.flatMap((each) => (each.status === 'rejected' ? [`a page: ${String(each.reason)}`] : [])),
      ...(deaf > 0 && seconds >= 5 ? [`${deaf} of ${pages.length} open pages were told nothing`] : []),
    ]
  }
}

const pool = new Pool(url, { connections })
const closePages = await openAll()
const samples: Sample[] = []

async function send(due: number) {
  const drawn = draw()
  if (drawn === undefined) return
  const { kind, status, ask } = drawn
  let error: string | null = null
  const late = performance.now() - due
  try {
    const { take, ...how } = ask()
    const answer = await pool.request({ method: 'GET', ...how })
    if (take === undefined) await answer.body.dump({ limit: Number.POSITIVE_INFINITY })
    else take(await answer.body.json())
    if (answer.statusCode !== status) error = `answered ${answer.statusCode}`
  } catch (thrown) {
    error = String(thrown)
  }
  samples.push({ kind, wait: performance.now() - due, late, error })
}

/** When the requests are due, in milliseconds: people do not agree with each other on when (a Poisson process). */
function* dueTimes(): Generator<number> {
  for (let at = 0; ;) {
    at -= (Math.log(1 - random()) * 1000) / rate
    if (at > seconds * 1000) return
    yield at
  }
}

const sent: Promise<void>[] = []
const start = performance.now()
for (const due of dueTimes()) {
  const early = start + due - performance.now()
  if (early > 0) await new Promise((resolve) => void setTimeout(resolve, early))
  sent.push(send(start + due))
}
await Promise.all(sent)
const faults = await closePages()
await pool.close()
parentPort?.postMessage({ samples, faults } satisfies Loaded)
