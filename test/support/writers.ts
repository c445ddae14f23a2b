/** People who write over HTTP as fast as they are answered, until the server is gone. */
import { Problem } from '../../src/contract/problem.ts'
import { Triaged, TriageList, untouched, type TriageState } from '../../src/contract/triage.ts'

/** A write that was sent, and what became of it as far as its sender knows. */
export type Attempt = {
  /** The note of the state, or the text that was said: it is found nowhere else. */
  mark: string
  ids: readonly string[]
  /** Null where the server was gone before it answered. */
  status: number | null
  /** The event that each bulletin got, where the answer tells. */
  versions: ReadonlyMap<string, number>
}

/** What all writers share: the versions that they have seen, and what they have sent. */
export type Desk = { url: string; known: Map<string, number>; attempts: Attempt[] }

const manyAtMost = 8

const below = (limit: number) => Math.floor(Math.random() * limit)

/** A state that nobody else sets. */
const stateWith = (mark: string): TriageState =>
  below(2) === 0
    ? { ...untouched, status: 'planned', assignee: 'Sato', note: mark }
    : { ...untouched, status: 'deferred', note: mark, reason: 'later', reviewOn: '2026-12-01' }

async function send(
  { url, known, attempts }: Desk,
  { mark, ids }: Pick<Attempt, 'mark' | 'ids'>,
  { method, path, body, version }: { method: string; path: string; body: unknown; version?: number },
  statesOf: (answer: unknown) => readonly Triaged[],
): Promise<boolean> {
  const attempt: Attempt = { mark, ids, status: null, versions: new Map() }
  attempts.push(attempt)
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': `"${version}"` }) },
      body: JSON.stringify(body),
    })
    attempt.status = response.status
    const answer: unknown = await response.json()
    const states = response.ok ? statesOf(answer) : (Problem.parse(answer).current ?? [])
    if (response.ok) attempt.versions = new Map(states.map(({ id, version: event }) => [id, event]))
    for (const { id, version: event } of states) known.set(id, event)
    return true
  } catch (error) {
    // What `fetch` and the reading of a body throw when there is nobody at the other end.
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Sets one state, sets many, or says something. */
function writeOnce(desk: Desk, mark: string): Promise<boolean> {
  const ids = [...desk.known.keys()]
  const drawn = Array.from({ length: 1 + below(manyAtMost) }, () => ids[below(ids.length)] ?? '')
  const [id = ''] = drawn
  const kind = below(4)
  if (kind === 0) {
    const path = `/api/bulletins/${id}/comments`
    return send(desk, { mark, ids: [id] }, { method: 'POST', path, body: { text: mark } }, () => [])
  }
  if (kind === 1) {
    const several = [...new Set(drawn)]
    const changes = several.map((each) => ({ id: each, version: desk.known.get(each) ?? 0, ...stateWith(mark) }))
    return send(
      desk,
      { mark, ids: several },
      { method: 'PUT', path: '/api/triage', body: { changes } },
      (answer) => TriageList.parse(answer).states,
    )
  }
  return send(
    desk,
    { mark, ids: [id] },
    {
      method: 'PUT',
      path: `/api/bulletins/${id}/triage`,
      body: stateWith(mark),
      version: desk.known.get(id) ?? 0,
    },
    (answer) => [Triaged.parse(answer)],
  )
}

/** Writes without a pause; resolves once the server is gone. `name` makes the marks of a writer its own. */
export async function writeUntilGone(desk: Desk, name: string): Promise<void> {
  for (let number = 0; await writeOnce(desk, `${name}.${number}`); number++);
}
