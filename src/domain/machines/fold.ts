/** What is known of a machine: its reports and attempts as a set. Order, repetition and lateness of them change nothing. */
import type { Attempt } from '../../contract/machines.ts'
import type { WindowsFacts } from './platform-of.ts'
import type { MachineReport } from './report.ts'
import { observedFixes, type ObservedFixes } from './observed-fixes.ts'

/** What decides about fixes and fleet: machines that are alike in it are one group. */
export type MachineFacts = ObservedFixes & {
  windows: WindowsFacts
  roles: string[]
  reachable?: 'yes' | 'no'
  /** Whether the machine waits for a restart. */
  restartPending?: boolean
  /** Whether anything was ever seen of it; else it is only named. */
  isReported: boolean
}

export type FoldedMachine = { name: string; lastSeen: string | null; facts: MachineFacts }

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Without a moment it is older than all others; of two of one moment always the same one is newer. */
const byAge = (a: MachineReport, b: MachineReport) =>
  compared(a.seenAt ?? '', b.seenAt ?? '') || compared(a.kind, b.kind) || compared(JSON.stringify(a), JSON.stringify(b))

const inOrder = <T>(items: readonly T[]): T[] =>
  [...new Map(items.map((item) => [JSON.stringify(item), item]))]
    .toSorted(([a], [b]) => compared(a, b))
    .map(([, item]) => item)

/** A report with its lists in one order and without what is kept apart from it. */
function canonicalReport(report: MachineReport): MachineReport {
  const { fixes, states, roles } = report
  const canonical = {
    ...report,
    attempts: undefined,
    ...(fixes && { fixes: inOrder(fixes) }),
    ...(states && { states: inOrder(states) }),
    ...(roles && { roles: inOrder(roles) }),
  }
  const said = Object.entries(canonical).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said.toSorted(([a], [b]) => compared(a, b))) as MachineReport
}

/** The newest report of each kind, oldest first. */
export function newestOfEachKind(reports: readonly MachineReport[]): MachineReport[] {
  const sorted = reports.map(canonicalReport).toSorted(byAge)
  return [...new Map(sorted.map((report) => [report.kind, report])).values()].toSorted(byAge)
}

/** The newest value of a field; undefined where no report has it. */
const newest = <K extends keyof MachineReport>(reports: readonly MachineReport[], field: K) =>
  reports.findLast((report) => report[field] !== undefined)?.[field]

const lineOfBuild = (build: string) => build.split('.', 3).join('.')
const hasRevision = (build: string) => build.split('.').length > 3

/** The report whose build counts: the newest, or that of the same Windows which says the revision, too. */
function buildReport(reports: readonly MachineReport[]): MachineReport | null {
  const last = reports.findLast(({ build }) => build !== undefined)
  if (last?.build === undefined) return null
  const line = lineOfBuild(last.build)
  const isFuller = ({ build = '' }: MachineReport) => hasRevision(build) && lineOfBuild(build) === line
  return reports.findLast(isFuller) ?? last
}

function windowsOf(reports: readonly MachineReport[], withBuild: MachineReport | null): WindowsFacts {
  const named = reports.findLast(({ platform }) => platform !== undefined)
  // A name that is older than the build may be that of the Windows before.
  const isNameOld = named !== undefined && withBuild !== null && byAge(named, withBuild) < 0
  const facts = {
    caption: newest(reports, 'caption'),
    architecture: newest(reports, 'architecture'),
    installation: newest(reports, 'installation'),
    build: withBuild?.build,
    edition: newest(reports, 'edition'),
    platform: isNameOld ? undefined : named?.platform,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** Whether a report says anything of a machine but that there is one. */
const saysAnything = ({ states = [], ...report }: MachineReport): boolean =>
  states.some(({ state }) => state !== 'unknown') ||
  Object.keys(report).some(
    (field) => !['name', 'kind', 'seenAt', 'caption', 'platform', 'roles', 'reachable'].includes(field),
  )

/** The machine of these reports and attempts. `given`: how it is called where no report names it. */
export function foldMachine(all: readonly MachineReport[], attempts: readonly Attempt[], given = ''): FoldedMachine {
  const reports = newestOfEachKind(all)
  const withBuild = buildReport(reports)
  const reachable = newest(reports, 'reachable')
  const restartPending = newest(reports, 'restartPending')
  const moments = [...reports.map(({ seenAt }) => seenAt ?? ''), ...attempts.map(({ at }) => at)]
  const lastSeen = moments.reduce((a, b) => (a > b ? a : b), '')
  return {
    name: reports.at(-1)?.name ?? given,
    lastSeen: lastSeen === '' ? null : lastSeen,
    facts: {
      windows: windowsOf(reports, withBuild),
      ...observedFixes(reports, attempts, withBuild?.seenAt ?? null),
      roles: (newest(reports, 'roles') ?? []).toSorted(),
      ...(reachable && { reachable }),
      ...(restartPending !== undefined && { restartPending }),
      isReported: attempts.length > 0 || reports.some(saysAnything),
    },
  }
}
