/** People who change the same few bulletins at the same time, each in place of what they have seen. */
import { Hold, HoldList } from '../../../src/contract/holds.ts'
import { RecordedTest, type TestRecord } from '../../../src/contract/lab.ts'
import { PlanView } from '../../../src/contract/plan-view.ts'
import { KeptPlan, PlanConflict } from '../../../src/contract/plans.ts'
import { Triaged, TriageList, type TriageState } from '../../../src/contract/triage.ts'
import { addDays } from '../../../src/domain/due/days.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { counted } from '../../../src/domain/lab/recorded.ts'
import type { Won } from './told.ts'
import { currentStates } from '../triage-conflict.ts'

/** What is noted of all writes. */
export type Notes = {
  answers: Record<string, number>
  won: Won[]
  faults: string[]
  /** How often the plan was renamed, and its gate set; what was attempted on the machines. */
  renamed: { count: number }
  gates: { count: number }
  attempts: { count: number }
}

/** Somebody at a server. */
export type Person = { server: number; url: string; name: string }

async function send(address: string, method: string, body: unknown, version?: number) {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': `"${version}"` }) },
    body: JSON.stringify(body),
  })
  const at = performance.now()
  const answer: unknown = await response.json()
  return { status: response.status, answer, at }
}

const readJson = async (address: string): Promise<unknown> => (await fetch(address)).json()

/** Adds one to the count in the note of a state, whoever counted before. */
const countedOn = ({ note }: Pick<TriageState, 'note'>, name: string): TriageState => ({
  ...defaultState,
  status: 'assessing',
  assignee: name,
  note: String(Number(note) + 1),
})

/** What people do; each goes on until it is done, however often somebody else is quicker. False where that went wrong. */
export function deedsOf({ answers, won, faults, renamed, gates, attempts }: Notes) {
  const note = (way: string, status: number) => {
    const key = `${way}, ${status}`
    answers[key] = (answers[key] ?? 0) + 1
  }

  async function count({ server, url, name }: Person, id: string): Promise<boolean> {
    const address = `${url}/api/bulletins/${id}/triage`
    let seen = Triaged.parse(await readJson(address))
    for (;;) {
      const { status, answer, at } = await send(address, 'PUT', countedOn(seen, name), seen.version)
      note('one', status)
      if (status === 200) {
        won.push({ server, topic: 'triage', id, version: Triaged.parse(answer).version, at })
        return true
      }
      const [current] = currentStates(answer)
      if (status !== 412 || current === undefined || current.version === seen.version) {
        faults.push(`${status} for version ${seen.version} of ${id}: ${JSON.stringify(answer)}`)
        return false
      }
      seen = current
    }
  }

  /** Adds one to each of several counts. All or none: one that is counted without being acknowledged is a fault in the end. */
  async function countAll({ server, url, name }: Person, ids: readonly string[]): Promise<boolean> {
    const { states } = TriageList.parse(await readJson(`${url}/api/triage`))
    const seen = new Map(states.map((state) => [state.id, state]))
    for (;;) {
      const changes = ids.map((id) => {
        const { version, note: last } = seen.get(id) ?? { version: 0, note: '' }
        return { id, version, ...countedOn({ note: last }, name) }
      })
      const { status, answer, at } = await send(`${url}/api/triage`, 'PUT', { changes })
      note('many', status)
      if (status === 200) {
        for (const { id, version } of TriageList.parse(answer).states)
          won.push({ server, topic: 'triage', id, version, at })
        return true
      }
      const current = currentStates(answer)
      const isNews = current.length > 0 && current.every(({ id, version }) => version !== (seen.get(id)?.version ?? 0))
      if (status !== 412 || !isNews) {
        faults.push(`${status} for ${ids.join(', ')}: ${JSON.stringify(answer)}`)
        return false
      }
      for (const state of current) seen.set(state.id, state)
    }
  }

  /** Corrects the result that counts; who is the first to write about a bulletin records one. */
  async function correct({ server, url }: Person, id: string): Promise<boolean> {
    const address = `${url}/api/bulletins/${id}/test-results`
    for (;;) {
      const [last] = counted(RecordedTest.array().parse(await readJson(address)))
      const { status, answer, at } = await send(address, 'POST', recordFor(last?.id ?? null))
      note('correction', status)
      if (status === 201) {
        won.push({ server, topic: 'lab', id, version: RecordedTest.parse(answer).id, at })
        return true
      }
      if (status !== 412) {
        faults.push(`${status} for a correction of ${id}: ${JSON.stringify(answer)}`)
        return false
      }
    }
  }

  /** Writes to a plan in place of what was seen of it, whoever wrote before. */
  async function ofPlan(
    { url }: Person,
    id: number,
    way: string,
    writeOf: (plan: KeptPlan) => { method: string; path: string; body: object },
  ): Promise<boolean> {
    let { plan: seen } = PlanView.parse(await readJson(`${url}/api/plans/${id}`))
    for (;;) {
      const { method, path, body } = writeOf(seen)
      const { status, answer } = await send(`${url}/api/plans/${id}${path}`, method, body, seen.version)
      note(way, status)
      if (status === 200) return true
      const current = PlanConflict.safeParse(answer).data?.current
      if (status !== 412 || current === undefined || current.version === seen.version) {
        faults.push(`${status} for version ${seen.version} of plan ${id}: ${JSON.stringify(answer)}`)
        return false
      }
      seen = current
    }
  }

  /** Adds one to the count in the name of a plan. */
  async function rename(person: Person, id: number): Promise<boolean> {
    const isDone = await ofPlan(person, id, 'plan', ({ name, owner, ticket, inputs, waves }) => ({
      method: 'PUT',
      path: '',
      body: { name: String(Number(name) + 1), owner, ticket, inputs, waves, why: '' },
    }))
    if (isDone) renamed.count += 1
    return isDone
  }

  /** Opens the last gate of a plan, or closes it where somebody else has opened it. */
  async function turnGate(person: Person, id: number): Promise<boolean> {
    const isDone = await ofPlan(person, id, 'gate', ({ waves, opened }) => ({
      method: 'POST',
      path: `/gates/${waves.at(-1)?.key}`,
      body: { isOpen: opened.length === 0, why: 'race' },
    }))
    if (isDone) gates.count += 1
    return isDone
  }

  /** Reports an attempt on a machine that others report of, too, now in one spelling and now in another. */
  async function attempt({ url }: Person, id: string): Promise<boolean> {
    const number = ++attempts.count
    const machine = number % 2 === 0 ? `pc-${id}` : `PC-${id}`
    const at = new Date(Date.UTC(2026, 0, 14) + number * 1000).toISOString()
    const { status, answer } = await send(`${url}/api/attempts`, 'POST', {
      attempts: [{ machine, fix: id, at, outcome: 'failed' }],
    })
    note('attempt', status)
    if (status !== 200) faults.push(`${status} for an attempt on ${machine}: ${JSON.stringify(answer)}`)
    return status === 200
  }

  /** Keeps a plan that nobody has renamed; gives its number. */
  async function keepPlan({ url }: Person): Promise<number> {
    const inputs = '1;b:MS05-019;m:windows-2000.sp4:20;z:Asia/Tokyo;s:2026-01-14'
    const { answer } = await send(`${url}/api/plans`, 'POST', { name: '0', owner: null, ticket: null, inputs })
    return KeptPlan.parse(answer).id
  }

  /** Renews the hold on a bulletin by a day, whoever renewed it before; who is the first sets it. */
  async function renew({ server, url }: Person, id: string): Promise<boolean> {
    const address = `${url}/api/holds`
    const first = { bulletins: [id], platforms: [], roles: [], reason: 'race', until: '2999-01-01' }
    for (;;) {
      const [hold] = HoldList.parse(await readJson(`${address}?bulletin=${id}`)).holds
      const { status, answer, at } =
        hold === undefined
          ? await send(address, 'POST', first)
          : await send(`${address}/${hold.id}`, 'PUT', { until: addDays(hold.until, 1), reason: 'race' }, hold.version)
      note('hold', status)
      if (status === 200 || status === 201) {
        won.push({ server, topic: 'holds', id, version: Hold.parse(answer).version, at })
        return true
      }
      if (status !== 412) {
        faults.push(`${status} for the hold on ${id}: ${JSON.stringify(answer)}`)
        return false
      }
    }
  }

  return { count, countAll, correct, renew, rename, turnGate, attempt, keepPlan }
}

const recordFor = (corrects: number | null): TestRecord => ({
  edition: 'Windows 2000 Server',
  platform: 'windows-2000.sp4',
  outcome: 'passed',
  on: '2026-01-14',
  minutes: null,
  restarted: null,
  uninstalled: null,
  note: '',
  knownIssue: null,
  corrects,
})
