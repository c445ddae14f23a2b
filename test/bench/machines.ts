/** What 50,000 machines cost with the fixes of ten years: taking a file in, and who lacks what after it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { FixFacts } from '../../src/domain/fixes/facts.ts'
import type { MachineReport } from '../../src/domain/machines/report.ts'
import { coverageReader } from '../../src/server/machines/coverage.ts'
import { fixesOf } from '../../src/server/fixes.ts'
import { machineStatesOf } from '../../src/server/machines/machine-states.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'

const [count = 50_000, bulletins = 7000, kinds = 400] = process.argv.slice(2).map(Number)

/** Windows of which the same month brings a fix each. */
const windows = [
  { id: 'windows-10.22h2.x64', build: 19_045 },
  { id: 'windows-11.23h2.x64', build: 22_631 },
  { id: 'windows-11.24h2.x64', build: 26_100 },
  { id: 'windows-server-2019.rtm', build: 17_763 },
  { id: 'windows-server-2022.rtm', build: 20_348 },
  { id: 'windows-server-2016.rtm', build: 14_393 },
  { id: 'windows-10.1809.x64', build: 17_763 },
]
/** How many builds of one Windows are in use. */
const builds = 40
const months = Math.ceil(bulletins / windows.length)
const kbOf = (month: number, of: number) => 4_000_000 + month * windows.length + of
const dayOf = (month: number) => new Date(Date.UTC(2015, 0, 1 + month * 4)).toISOString().slice(0, 10)

const facts: FixFacts[] = Array.from({ length: months * windows.length }, (_, at) => {
  const [month, of] = [Math.floor(at / windows.length), at % windows.length]
  const { id = '', build = 0 } = windows[of] ?? {}
  return {
    id: `KB${kbOf(month, of)}`,
    kb: [String(kbOf(month, of))],
    publishedOn: dayOf(month),
    restart: 'required',
    supersedes: month === 0 ? [] : [`KB${kbOf(month - 1, of)}`],
    packages: [{ kind: 'update', label: null, platforms: [id], build: `10.0.${build}.${1000 + month}` }],
    baselines: [],
  }
})

function machineAt(at: number): MachineReport {
  const of = at % windows.length
  const { id = '', build = 0 } = windows[of] ?? {}
  const kind = Math.floor(at / windows.length) % Math.ceil(kinds / windows.length)
  // Machines run a few builds, and differ in what they list besides.
  const month = months - 1 - (kind % builds)
  const older = month - 1 - Math.floor(kind / builds)
  return {
    name: `PC-${String(at).padStart(6, '0')}`,
    kind: 'table',
    seenAt: new Date(Date.UTC(2026, 10, 1) + at * 1000).toISOString(),
    platform: id,
    build: `10.0.${build}.${1000 + month}`,
    fixes: [{ kb: `KB${kbOf(month, of)}` }, { kb: `KB${kbOf(older, of)}` }],
  }
}

const directory = await mkdtemp(join(tmpdir(), 'hotfix-machines-'))
const store = await sqliteStore(directory)
const delay = monitorEventLoopDelay({ resolution: 1 })
const rows: Record<string, Record<string, string>> = {}
async function measure<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  let most = before.rss
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()]
  delay.reset()
  delay.enable()
  const from = performance.now()
  const made = await work()
  const took = performance.now() - from
  delay.disable()
  clearInterval(watch)
  const used = ({ user, system }: NodeJS.CpuUsage) => `${Math.round((user + system) / 1000)} ms`
  const ofAll = used(process.cpuUsage(all))
  const ofMain = used(process.threadCpuUsage(main))
  globalThis.gc?.()
  const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
  rows[what] = {
    took: `${Math.round(took)} ms`,
    'CPU, all threads': ofAll,
    'CPU, main thread': ofMain,
    'longest turn': `${Math.round(delay.max / 1e6)} ms`,
    'at most more': mb(most - before.rss),
    'kept more': mb(process.memoryUsage().heapUsed - before.heapUsed),
  }
  return made
}

try {
  await store.seed({
    platforms: windows.map(({ id }) => ({
      id,
      family: id,
      version: null,
      variant: null,
      label: { en: id },
      kind: 'server' as const,
      supportEndsOn: null,
    })),
    bulletins: [],
  })
  const held = {
    ...store,
    fixFacts: async function* () {
      yield facts
    },
  }
  const fixes = fixesOf(held)
  const states = machineStatesOf({ store: held, fixes })
  const coverage = coverageReader({ store: held, fixes, states })
  const reports = Array.from({ length: count }, (_, at) => machineAt(at))
  await measure('a file is taken in', () => store.machines.take('table', reports, 'bench'))
  await measure('the same again', () => store.machines.take('table', reports, 'bench'))
  await measure('fixes of all platforms', () => fixes.fleet())
  const { alike } = await measure('who lacks what, all bulletins', () => states.read())
  const newest = windows.map((_, of) => `KB${kbOf(months - 1, of)}`)
  await measure('coverage of the newest fixes', () => coverage.ofAll(newest))
  await measure('coverage of one, for a page', () => coverage.answer(newest[0] ?? '', true))
  console.log(`${count} machines, ${alike.size} that differ, ${facts.length} bulletins`)
  console.table(rows)
} finally {
  await store.close()
  await rm(directory, { recursive: true })
}
