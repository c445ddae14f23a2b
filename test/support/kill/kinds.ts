/** Every way to write that the contract has, each with how to tell afterwards whether a write is there. */
import { PackedBulletin } from '../../../src/contract/packed-bulletin.ts'
import { KeptDuePolicy } from '../../../src/contract/due.ts'
import { Fleet } from '../../../src/contract/fleet.ts'
import { HoldList, type Hold } from '../../../src/contract/holds.ts'
import { PlanRow, PlanView } from '../../../src/contract/plan-view.ts'
import type { KeptPlan } from '../../../src/contract/plans.ts'
import { FilterChoice } from '../../../src/contract/saved-filters.ts'
import * as z from 'zod'
import { MachineRow } from '../../../src/contract/machines.ts'
import { Problem } from '../../../src/contract/problem.ts'
import { Checklist } from '../../../src/contract/checklist.ts'
import { Teams } from '../../../src/contract/teams.ts'
import { KeptWeeklySettings } from '../../../src/contract/weekly.ts'
import { Triaged, TriageList, type TriageState } from '../../../src/contract/triage.ts'
import { reportMark } from '../../../src/domain/machines/report-script.ts'
import { addDays } from '../../../src/domain/due/days.ts'
import { isChangeable, nextStates } from '../../../src/domain/plans/states.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { below } from '../chance.ts'
import { eventsWith, pick, take, type Desk, type Found, type Kind, type Write } from './desk.ts'
import { bulletinSaying, catalogueOf, importedIds, listedIds, listsNumber, saysNumber } from './documents.ts'
import { decided } from '../decision.ts'
import type { leftOut, Writing } from './writing.ts'
import { currentStates } from '../triage-conflict.ts'

const day = '2026-01-14'
const platform = 'windows-2000.sp4'
const maxMany = 8
/** Until when a hold of the rounds is in force: longer than they last. */
const until = '2999-01-01'

/** A state that nobody else sets. */
const stateWith = (mark: string): TriageState =>
  below(2) === 0
    ? { ...defaultState, status: 'planned', assignee: 'Sato', note: mark }
    : { ...defaultState, status: 'deferred', note: mark, reason: 'later', reviewOn: '2026-12-01' }

const several = (ids: readonly string[], atMost: number): string[] => [
  ...new Set(Array.from({ length: 1 + below(atMost) }, () => pick(ids, ''))),
]

/** A machine as the script prints it. */
const nameIn = (mark: string) => mark.replaceAll(/\W/g, '-')

const attemptOn = (machine: string) => ({
  machine,
  fix: 'KB5060842',
  at: '2026-01-14T01:00:00Z',
  outcome: 'failed',
  code: '0x80240017',
})

/** A machine that nobody else writes about. */
async function machineToDelete({ url }: Desk, mark: string): Promise<number | null> {
  const name = nameIn(mark)
  const added = await fetch(`${url}/api/attempts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ attempts: [attemptOn(name)] }),
  })
  const found = added.ok ? await fetch(`${url}/api/machines?search=${encodeURIComponent(name)}`) : added
  const [machine] = found.ok && added.ok ? z.array(MachineRow).parse(await found.json()) : []
  return machine?.id ?? null
}

/** That a machine was deleted is in one event, which has its number. */
const deletedOf =
  (id: number) =>
  ({ events }: Found): number[] => [
    events.filter(({ what, detail }) => what === 'deleted' && detail === JSON.stringify({ machine: id })).length,
  ]

const machineNamed = (name: string) => ({
  report: reportMark,
  name,
  seenAt: '2026-01-14T00:00:00Z',
  caption: 'Microsoft Windows 11 Pro',
  version: '10.0.26100',
  revision: 4349,
  architecture: 'AMD64',
  installation: 'Client',
  domainRole: '1',
  restartPending: false,
  fixes: [{ kb: 'KB5060842', since: '2026-01-13' }],
  history: [{ kb: 'KB5060842', at: '2026-01-13T00:00:00Z', operation: '1', result: '2', code: '0x00000000' }],
})

/** Sets states, each in place of the version that somebody was told last; `statesOf` reads the answer. */
function triageOf(desk: Desk, mark: string, ids: readonly string[], statesOf: (answer: unknown) => readonly Triaged[]) {
  let told = new Map<string, number>()
  const seen = (states: readonly Triaged[]) => {
    for (const { id, version } of states) desk.versions.set(id, version)
  }
  return {
    learn(answer: unknown) {
      const refused = Problem.safeParse(answer)
      if (refused.success) return seen(currentStates(answer))
      const states = statesOf(answer)
      seen(states)
      told = new Map(states.map(({ id, version }) => [id, version]))
    },
    // Where the answer named the event of each state, it is there under that number.
    countIn: (found: Found) =>
      ids.map((id) => {
        const events = eventsWith(found, 'triage', mark).filter(({ bulletin }) => bulletin === id)
        return events.filter((event) => event.id === (told.get(id) ?? event.id)).length
      }),
  }
}

/** Something that is said of one bulletin, in one event. */
const ofOne = (id: string, topic: string, text: string, body: unknown): Write => ({
  params: { id },
  body,
  countIn: (found) => [eventsWith(found, topic, text).filter(({ bulletin }) => bulletin === id).length],
})

/** Says something of a hold that nobody has ended, in place of what was said before. */
async function ofHold({ url }: Desk, mark: string, bodyFor: (hold: Hold) => unknown): Promise<Write | null> {
  const answer = await fetch(`${url}/api/holds`)
  const hold = answer.ok ? pick(HoldList.parse(await answer.json()).holds, null) : null
  if (hold === null) return null
  return {
    params: { hold: String(hold.id) },
    body: bodyFor(hold),
    version: hold.version,
    countIn: (found) => [eventsWith(found, 'holds', mark).length],
  }
}

/** A filter under a name that nobody else uses, in place of those that `versionIn` tells. */
async function filtersSaying(
  { url }: Desk,
  mark: string,
  versionIn: (choice: FilterChoice) => number | undefined,
  more: object,
): Promise<Write | null> {
  const choice = await fetch(`${url}/api/filters`)
  const version = choice.ok ? versionIn(FilterChoice.parse(await choice.json())) : undefined
  if (version === undefined) return null
  const body = { list: [{ name: mark, search: '?urgency=immediate' }], ...more }
  return { body, version, countIn: (found) => [eventsWith(found, 'filters', mark).length] }
}

const settingsOf = (title: string) => ({
  title,
  url: 'https://kill.example/feed',
  isOn: false,
  everyHours: 24,
  since: null,
})

/** A plan of a few machines. */
const planSaying = (mark: string) => ({
  name: mark,
  owner: null,
  ticket: null,
  inputs: '1;b:MS05-019;m:windows-2000.sp4:20;z:Asia/Tokyo;s:2026-01-14',
})

/** The plan that somebody has kept last; null where nobody has. */
async function lastPlan({ url }: Desk): Promise<KeptPlan | null> {
  const rows = await fetch(`${url}/api/plans?limit=1`)
  const [row] = rows.ok ? PlanRow.array().parse(await rows.json()) : []
  const plan = row === undefined ? null : await fetch(`${url}/api/plans/${row.id}`)
  return plan?.ok === true ? PlanView.parse(await plan.json()).plan : null
}

/** A write to the plan kept last, in place of what its author has seen; it is in the event that says `mark`. */
async function ofPlan(
  desk: Desk,
  mark: string,
  writeOf: (plan: KeptPlan) => Omit<Write, 'version' | 'countIn'> | null,
): Promise<Write | null> {
  const plan = await lastPlan(desk)
  const write = plan === null || !isChangeable(plan.state) ? null : writeOf(plan)
  if (plan === null || write === null) return null
  return {
    ...write,
    params: { id: String(plan.id), ...write.params },
    version: plan.version,
    countIn: (found) => [eventsWith(found, 'plans', mark).length],
  }
}

/** The source of a title is there, and the log says who has set it. */
const setAs =
  (title: string, id?: string) =>
  (found: Found): number[] => {
    const there = [...found.sources].filter(([key, each]) => each === title && key === (id ?? key))
    return [there.length, eventsWith(found, 'access', title).length]
  }

export const kinds = {
  setTriage(desk, mark) {
    const id = pick(desk.ids, '')
    const body = stateWith(mark)
    const version = desk.versions.get(id) ?? 0
    return { params: { id }, body, version, ...triageOf(desk, mark, [id], (answer) => [Triaged.parse(answer)]) }
  },
  setTriageOfMany(desk, mark) {
    const ids = several(desk.ids, maxMany)
    const changes = ids.map((id) => ({ id, version: desk.versions.get(id) ?? 0, ...stateWith(mark) }))
    return { body: { changes }, ...triageOf(desk, mark, ids, (answer) => TriageList.parse(answer).states) }
  },
  addComment({ ids, comments }, mark) {
    const answered = below(2) === 0 ? null : pick(comments, null)
    const body = { text: mark, ...(answered !== null && { replyTo: answered.id }) }
    return ofOne(answered?.bulletin ?? pick(ids, ''), 'discussion', mark, body)
  },
  handOver(desk, mark) {
    const id = pick(desk.ids, '')
    const version = desk.versions.get(id) ?? 0
    const states = triageOf(desk, mark, [id], (answer) => [Triaged.parse(answer)])
    return { params: { id }, body: { to: 'Sato', text: mark }, version, ...states }
  },
  addFieldReport: ({ ids }, mark) =>
    ofOne(pick(ids, ''), 'field-reports', mark, {
      outcome: pick(['works', 'broke'], 'works'),
      platform,
      edition: '',
      machines: 3,
      build: '',
      text: mark,
    }),
  takeBackFieldReport({ reports }) {
    const report = take(reports)
    if (report === null) return null
    const isOf = (detail: string) => detail === JSON.stringify({ of: report.id })
    return {
      params: { report: String(report.id) },
      countIn: ({ events }) => [
        events.filter(({ topic, what, detail }) => topic === 'field-reports' && what === 'taken-back' && isOf(detail))
          .length,
      ],
    }
  },
  retractComment({ comments }) {
    const comment = take(comments)
    if (comment === null) return null
    const { id, bulletin } = comment
    return {
      params: { id: bulletin, comment: String(id) },
      countIn: ({ emptied, takenBack }) => [Number(emptied.has(id)), takenBack.filter((of) => of === id).length],
    }
  },
  recordTest({ ids, results }, mark) {
    const earlier = below(2) === 0 ? null : take(results)
    return ofOne(earlier?.bulletin ?? pick(ids, ''), 'lab', mark, {
      edition: 'Windows 2000 Server',
      platform,
      outcome: pick(['passed', 'failed'], 'passed'),
      on: day,
      minutes: null,
      restarted: null,
      uninstalled: null,
      note: mark,
      knownIssue: below(2) === 0 ? null : { title: 'It is slow', symptom: '', workaround: '' },
      corrects: earlier?.id ?? null,
    })
  },
  async setIssueState({ url, ids }, mark) {
    const id = pick(ids, '')
    const answer = await fetch(`${url}/api/bulletins/${id}`)
    const body: unknown = await answer.json()
    if (!answer.ok) return null
    const { knownIssues } = PackedBulletin.parse(body)
    const issue = knownIssues[below(knownIssues.length)]
    if (issue === undefined) return null
    const state = issue.resolved === undefined ? 'resolved' : 'reopened'
    const { params, ...write } = ofOne(id, 'issues', mark, { state, why: mark })
    return { ...write, params: { ...params, issue: issue.id } }
  },
  decide: ({ ids }, mark) => ofOne(pick(ids, ''), 'decision', mark, decided('go', mark)),
  async setFleet({ url }, mark) {
    const fleet = await fetch(`${url}/api/fleet`)
    const answer: unknown = await fleet.json()
    if (!fleet.ok) return null
    const { version } = Fleet.parse(answer)
    const lines = [mark, `${mark}, too`].map((edition) => ({ platform, edition, machines: 1 }))
    return {
      body: { lines },
      version,
      countIn: (found) => lines.map(({ edition }) => eventsWith(found, 'fleet', edition).length),
    }
  },
  async setDuePolicy({ url }, _, number) {
    const policy = await fetch(`${url}/api/due/policy`)
    const answer: unknown = await policy.json()
    if (!policy.ok) return null
    const { version, at: _at, by: _by, ...kept } = KeptDuePolicy.parse(answer)
    const days = { ...kept.days, unrated: { server: 1 + (number % 3000), client: 1 + Math.floor(number / 3000) } }
    return {
      body: { ...kept, days },
      version,
      countIn: ({ events }) => [events.filter(({ detail }) => detail.includes(JSON.stringify(days.unrated))).length],
    }
  },
  async setWeeklySettings({ url }, _, number) {
    const answer = await fetch(`${url}/api/weekly/settings`)
    const said: unknown = await answer.json()
    if (!answer.ok) return null
    const { version, on, zone } = KeptWeeklySettings.parse(said)
    const at = `${String(number % 24).padStart(2, '0')}:${String(Math.floor(number / 24) % 60).padStart(2, '0')}`
    const body = { on, at, zone, skipsEmpty: number % 2 === 0 }
    return {
      body,
      version,
      countIn: ({ events }) => [Math.min(1, events.filter(({ detail }) => detail === JSON.stringify(body)).length)],
    }
  },
  setHold: ({ ids }, mark) => ({
    body: { bulletins: below(2) === 0 ? null : several(ids, 3), platforms: [platform], roles: [], reason: mark, until },
    countIn: (found) => [eventsWith(found, 'holds', mark).length],
  }),
  renewHold: (desk, mark) => ofHold(desk, mark, (hold) => ({ until: addDays(hold.until, 1), reason: mark })),
  endHold: (desk, mark) => ofHold(desk, mark, () => ({ why: mark })),
  setOwnFilters: (desk, mark) => filtersSaying(desk, mark, ({ own }) => own?.version, { start: null }),
  setTeamFilters: (desk, mark) => filtersSaying(desk, mark, ({ team }) => team.version, {}),
  async setTeams({ url }, mark) {
    const teams = await fetch(`${url}/api/teams`)
    if (!teams.ok) return null
    const { version } = Teams.parse(await teams.json())
    return { body: { names: [mark] }, version, countIn: (found) => [eventsWith(found, 'teams', mark).length] }
  },
  async setChecklist({ url }, mark) {
    const checklist = await fetch(`${url}/api/lab/checklist`)
    if (!checklist.ok) return null
    const { version } = Checklist.parse(await checklist.json())
    return { body: { points: [mark] }, version, countIn: (found) => [eventsWith(found, 'checklist', mark).length] }
  },
  reportCoverage: ({ ids }, mark) =>
    ofOne(pick(ids, ''), 'coverage', mark, {
      csv: `${mark},${platform},file,1,1,ok\nother,${platform},file,1,0,older`,
    }),
  recordRollout({ ids }, _, number) {
    const id = pick(ids, '')
    return {
      params: { id },
      body: { machines: 10, consoles: 1, minutes: number, on: day },
      countIn: ({ events }) => [
        events.filter(({ what, detail }) => what === 'measured' && detail.includes(`"minutes":${number},`)).length,
      ],
    }
  },
  withdrawRollout({ rollouts }) {
    const rollout = take(rollouts)
    if (rollout === null) return null
    return {
      params: { rollout: String(rollout.id) },
      countIn: ({ events }) => [
        events.filter(({ what, detail }) => what === 'withdrawn' && detail === JSON.stringify({ of: rollout.id }))
          .length,
      ],
    }
  },
  // A later change of it says its name again.
  keepPlan: (_, mark) => ({
    body: planSaying(mark),
    countIn: (found) => [eventsWith(found, 'plans', mark).filter(({ what }) => what === 'created').length],
  }),
  changePlan: (desk, mark) =>
    ofPlan(desk, mark, ({ name, owner, ticket, inputs, waves }) => ({
      body: { name, owner, ticket, inputs, waves, why: mark },
    })),
  setPlanState: (desk, mark) =>
    ofPlan(desk, mark, (plan) => {
      const [state] = nextStates(plan.state)
      return state === undefined ? null : { body: { state, why: mark } }
    }),
  openGate: (desk, mark) =>
    ofPlan(desk, mark, ({ waves }) => ({
      params: { wave: waves.at(-1)?.key ?? '' },
      body: { isOpen: below(2) === 0, why: mark },
    })),
  async countPlan(desk, _, number) {
    const at = new Date(Date.UTC(2026, 0, 14) + number * 60_000).toISOString()
    const write = await ofPlan(desk, at, ({ waves }) => ({ body: { wave: waves[0]?.key, done: 1, at } }))
    if (write === null) return null
    const { version: _version, ...unversioned } = write
    return unversioned
  },
  importDocument(_, _mark, number) {
    const isCatalogue = below(4) === 0
    const ids = isCatalogue ? listedIds : several(importedIds, importedIds.length)
    const isThere = isCatalogue ? listsNumber : saysNumber
    return {
      body: isCatalogue ? catalogueOf(number) : ids.map((id) => bulletinSaying(id, number)),
      countIn: ({ versions }) =>
        ids.map((id) => Number(versions.get(id)?.some((version) => isThere(version, number)) ?? false)),
    }
  },
  takeInventory(_, mark) {
    const names = [1, 2, 3].map((at) => `${nameIn(mark)}-${at}`)
    return {
      body: names.map(machineNamed),
      // The event says how many, and no names: it cannot be told from that of another file.
      countIn: ({ machines }) => names.map((name) => machines.get(name)?.length ?? 0),
    }
  },
  reportAttempts(_, mark) {
    const machine = nameIn(mark)
    return {
      body: { attempts: [attemptOn(machine)] },
      countIn: ({ attempts }) => [attempts.get(machine)?.length ?? 0],
    }
  },
  setRetention: (_, _mark, number) => ({
    // Longer ago than anything here was seen, so that nothing is deleted.
    body: { days: 3650 - (number % 500) },
    countIn: ({ events }) => [Math.min(1, events.filter(({ what }) => what === 'retention-set').length)],
  }),
  async deleteMachine(desk, mark) {
    const id = await machineToDelete(desk, mark)
    return id === null ? null : { params: { id: String(id) }, countIn: deletedOf(id) }
  },
  async forgetMachine(desk, mark) {
    const id = await machineToDelete(desk, mark)
    return id === null ? null : { body: { name: nameIn(mark).toUpperCase() }, countIn: deletedOf(id) }
  },
  addSource: (_, mark) => ({ body: settingsOf(mark), countIn: setAs(mark) }),
  changeSource({ sources }, mark) {
    const id = take(sources)
    return id === null ? null : { params: { id }, body: settingsOf(mark), countIn: setAs(mark, id) }
  },
  removeSource({ sources }) {
    const id = take(sources)
    if (id === null) return null
    return {
      params: { id },
      countIn: (found) => [Number(!found.sources.has(id)), eventsWith(found, 'access', id).length],
    }
  },
} as const satisfies Record<Exclude<Writing, keyof typeof leftOut>, Kind>

export type KindName = keyof typeof kinds
// The keys are those of the table, which is written out above.
export const kindNames = Object.keys(kinds) as KindName[]
