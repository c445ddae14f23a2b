/** A store on a patch day: made-up months, an advisory and signals through the ordinary import, and a team at work on them. */
import type { TestRecord } from '../../../src/contract/lab.ts'
import type { StateFields } from '../../../src/contract/triage.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { readContent } from '../../../src/server/content.ts'
import { importDocument } from '../../../src/server/imports/import-document.ts'
import { seedSources } from '../../../src/server/sources/scheduler.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { manyProducts } from './advisory.ts'
import { keepPlan } from './plan.ts'
import { cveOf, hotpatchOf, kbOf, months, newest } from './months.ts'

const ito = 'Ito'
const sato = 'Sato'

/** OS editions of the fleet, and how many machines have each. */
const fleet = [
  { platform: 'windows-11.24h2.x64', edition: 'Windows 11 Enterprise', machines: 226 },
  { platform: 'windows-11.24h2.arm64', edition: 'Windows 11 Enterprise', machines: 14 },
  { platform: 'windows-10.22h2.x64', edition: 'Windows 10 Pro', machines: 92 },
  { platform: 'windows-10.22h2.32-bit', edition: 'Windows 10 Pro', machines: 8 },
  { platform: 'windows-server-2019.rtm', edition: 'Windows Server 2019 Standard', machines: 164 },
  { platform: 'windows-server-2019.rtm.server-core', edition: 'Windows Server 2019 Standard', machines: 56 },
  { platform: 'windows-server-2022.rtm', edition: 'Windows Server 2022 Standard', machines: 46 },
  { platform: 'windows-server-2022.rtm.server-core', edition: 'Windows Server 2022 Standard', machines: 14 },
]

/** Lines of the month by what they update; the numbers are those of `lines`. */
const line = { client: 0, server2022: 1, client10: 3, server2019: 4 }

const states: readonly (Partial<StateFields> & { id: string })[] = [
  { id: kbOf(newest, line.client), status: 'assessing', assignee: ito, note: 'In the lab since Wednesday.' },
  { id: kbOf(newest, line.server2019), status: 'planned', assignee: sato },
  { id: hotpatchOf(newest, line.client), status: 'deferred', reason: 'Made-up freeze', reviewOn: '2026-11-20' },
  { id: kbOf(newest - 1, line.client), status: 'done', assignee: sato },
  { id: kbOf(newest, 9), status: 'not-applicable', reason: 'There is no such server here.' },
]

const passed: TestRecord = {
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

const results: readonly { id: string; who: string; record: TestRecord }[] = [
  { id: kbOf(newest, line.client), who: ito, record: passed },
  {
    id: kbOf(newest, line.server2019),
    who: sato,
    record: {
      ...passed,
      edition: 'Windows Server 2019 Standard',
      platform: 'windows-server-2019.rtm',
      outcome: 'passed-with-issues',
      knownIssue: {
        title: 'The demo printer is not found',
        symptom: 'Printing from the demo program fails after the restart.',
        workaround: 'Install the printer again.',
        registry: [],
      },
    },
  },
  {
    id: kbOf(newest, line.client10),
    who: ito,
    record: {
      ...passed,
      edition: 'Windows 10 Pro',
      platform: 'windows-10.22h2.x64',
      outcome: 'failed',
      minutes: null,
      note: 'Rolled back at 30 %.',
    },
  },
]

/** Documents in the order in which they are imported. */
function documents(): { name: string; bytes: Uint8Array<ArrayBuffer> }[] {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const advisory = JSON.stringify(manyProducts({ products: 300, flaws: 24 }))
  const scores = Array.from(
    { length: 100 },
    (_, number) => `${cveOf(newest, number)},0.${100 + number},0.${500 + number}`,
  )
  const epss = ['#model_version:v2026.03.14,score_date:2026-11-17T12:55:00Z', 'cve,epss,percentile', ...scores, '']
  return [
    ...months().map((month) => ({ name: `${month.id}.xml`, bytes: cvrf(month) })),
    { name: 'pumps.json', bytes: bytes(advisory) },
    { name: 'epss.csv', bytes: bytes(epss.join('\n')) },
  ]
}

/** Fills an empty store with the bulletins of 2005, the made-up months and advisory, and what two people have done. */
async function populatePatchDay(store: Store): Promise<void> {
  const content = await readContent()
  await store.seed(content)
  await seedSources(store, content.sources)
  for (const document of documents()) {
    const { problems } = await importDocument(store, document, { keepGoing: false, who: ito })
    if (problems.length > 0) throw new Error(`${document.name}: ${problems.map(({ message }) => message).join('; ')}`)
  }
  const exploited = [{ cve: cveOf(newest, 0), addedOn: '2026-11-10', dueOn: '2026-12-01', ransomware: true }]
  await store.saveKnownExploited(exploited, ito)
  await store.fleet.set(0, fleet, ito)
  for (const { id, ...state } of states) await store.triage.set([{ id, version: 0, ...defaultState, ...state }], ito)
  for (const { id, who, record } of results) await store.lab.record(id, record, who)
  await store.events.addComment(kbOf(newest, line.client), 'The pilot starts on **Monday**.', ito)
  await store.fleet.record(
    kbOf(newest - 1, line.client),
    { machines: 230, consoles: 2, minutes: 310, on: '2026-10-20', tool: 'WSUS' },
    sato,
  )
  await keepPlan(store, kbOf(newest, line.client))
}

/** A store of its own on a patch day. */
export async function patchDayStore(now?: () => Date): Promise<Store> {
  const store = await storeInMemory(now)
  await populatePatchDay(store)
  return store
}
