/** What two made-up people have done: their fleet, states, comments, lab results, a decision, a rollout. */
import type { StateFields } from '../../../src/contract/triage.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import type { TestRecord } from '../../../src/contract/lab.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { lastMonth, kbOf } from './months.ts'

export const ito = 'Ito'
export const sato = 'Sato'

/** Ids as in the platform tree, and how many machines there are. */
const fleet = {
  'windows-11.25h2.x64': 340,
  'windows-11.24h2.x64': 620,
  'windows-10.22h2.x64': 85,
  'windows-server-2025.rtm': 24,
  'windows-server-2022.rtm': 41,
  'windows-server-2019.rtm': 9,
  'windows-2000.sp3': 3,
}

const kb = (month: number, line: number) => `KB${kbOf(month, line)}`
const previous = lastMonth - 1

const states: { id: string; who: string; state: Partial<StateFields> }[] = [
  { id: kb(lastMonth, 0), who: ito, state: { status: 'assessing', assignee: ito, note: 'In the lab since Tuesday.' } },
  { id: kb(lastMonth, 1), who: sato, state: { status: 'planned', assignee: sato } },
  { id: kb(previous, 0), who: sato, state: { status: 'done', assignee: sato } },
  { id: kb(previous, 1), who: ito, state: { status: 'deploying', assignee: ito } },
  { id: kb(previous, 4), who: ito, state: { status: 'not-applicable', reason: 'There is no such server here.' } },
  {
    id: kb(lastMonth, 4),
    who: sato,
    state: { status: 'deferred', reason: 'Change freeze', reviewOn: '2099-01-05', note: 'After the audit.' },
  },
]

const tested: TestRecord = {
  edition: 'Windows 11 Enterprise',
  platform: 'windows-11.24h2.x64',
  outcome: 'passed',
  on: '2026-11-12',
  minutes: 14,
  restarted: true,
  uninstalled: 'worked',
  note: '',
  knownIssue: null,
  corrects: null,
}

const issue = {
  title: 'The demo printer is not found',
  symptom: 'Printing from the demo program fails after the restart.',
  workaround: 'Install the printer again.',
  registry: [],
}

async function setStates({ triage }: Store) {
  for (const { id, who, state } of states) {
    const version = (await triage.find(id))?.version ?? 0
    await triage.set([{ id, version, ...defaultState, ...state }], who)
  }
}

/** Fills a store that holds the made-up months with what the team has done. */
export async function addTeam(store: Store): Promise<void> {
  const lines = Object.entries(fleet).map(([platform, machines]) => ({ platform, machines, edition: null }))
  await store.fleet.set(0, lines, ito)
  await setStates(store)
  await store.events.addComment(kb(lastMonth, 0), 'The pilot starts on **Monday**.', ito)
  await store.events.addComment(kb(lastMonth, 0), 'The branch office wants to wait a day.', sato)
  await store.lab.record(kb(lastMonth, 0), tested, ito)
  await store.lab.record(
    kb(lastMonth, 0),
    {
      ...tested,
      platform: 'windows-server-2025.rtm',
      edition: 'Windows Server 2025 Standard',
      outcome: 'passed-with-issues',
      knownIssue: issue,
    },
    sato,
  )
  await store.lab.record(
    kb(lastMonth, 1),
    {
      ...tested,
      platform: 'windows-10.22h2.x64',
      edition: 'Windows 10 Pro',
      outcome: 'failed',
      minutes: null,
      note: 'Rolled back at 30 %.',
    },
    ito,
  )
  await store.fleet.record(
    kb(previous, 0),
    { machines: 900, consoles: 2, minutes: 310, on: '2026-10-20', tool: 'WSUS' },
    sato,
  )
  await store.lab.decide(
    kb(previous, 0),
    {
      verdict: 'go',
      note: 'The lab found nothing.',
      seen: await store.events.last(),
      basis: {
        overall: 'go',
        aspects: { urgency: 'go', lab: 'go', 'known-issues': 'go', support: 'go', coverage: 'caution' },
      },
    },
    ito,
  )
}
