/** What an issue tells of one bulletin. */
import type { PlatformId } from '../../contract/platform.ts'
import { urgencies } from '../../contract/vocabulary.ts'
import type { Summary } from '../../contract/summary.ts'
import type { WeeklyBulletin, WeeklyContent } from '../../contract/weekly.ts'
import { severityOn } from '../fleet/severity.ts'
import { leftOf } from '../overview/act-now.ts'
import { machinesDone } from '../overview/coverage.ts'
import { machinesOn, platformNamer } from '../overview/facts.ts'
import { countedAs } from '../platforms/platforms.ts'
import { nothingNotable } from '../vulnerability/notable.ts'
import type { WeeklyFacts } from './facts.ts'
import { hasOtherPackages, pressingFirst, type Changed } from './week.ts'

/** Names that are told; the others are a number. */
const told = { platforms: 4, changes: 4, flaws: 3 } as const

type Acting = WeeklyFacts & { editions: [] }

/** The facts as the rules of the overview take them. */
const acting = (facts: WeeklyFacts): Acting => ({ ...facts, editions: [] })

/** The versions that platforms are of, by name: x64 and ARM64 are one. */
export function platformsTold({ platforms }: Pick<WeeklyFacts, 'platforms'>, on: readonly PlatformId[]) {
  const nameOf = platformNamer(platforms)
  const versions = [...new Set(on.map(countedAs))]
  return {
    platforms: versions.slice(0, told.platforms).map((version) => nameOf(version).label),
    platformCount: versions.length,
  }
}

/** Machines that lack a fix. */
export const leftFor = (facts: WeeklyFacts, id: string): number => leftOf(acting(facts), id)

export function bulletinLine(facts: WeeklyFacts, { id, title, publishedOn, severity, urgency, tlp, ...fix }: Summary) {
  const on = facts.toInstall.get(id) ?? []
  const { applied, of } = machinesDone(facts.checked.get(id) ?? [], machinesOn(facts.lines, on))
  return {
    id,
    title,
    publishedOn,
    severity: on.length === 0 ? severity : severityOn(fix.platforms, on),
    urgency: urgency.level,
    ...(tlp !== undefined && { tlp }),
    ...platformsTold(facts, on),
    machines: on.length === 0 ? null : { left: of - applied, of },
    due: fix.due ?? null,
  } satisfies WeeklyBulletin
}

export function newLineOf(facts: WeeklyFacts, summary: Summary): WeeklyContent['new']['lines'][number] {
  const { exploited } = facts.notable.get(summary.id) ?? nothingNotable
  return {
    ...bulletinLine(facts, summary),
    exploit: summary.exploit,
    restart: summary.restart,
    vulnerabilities: summary.vulnerabilities.length,
    exploited: exploited.slice(0, told.flaws),
    exploitedCount: exploited.length,
  }
}

export const changedLineOf = (facts: WeeklyFacts, summary: Summary, changed: Changed) => ({
  ...bulletinLine(facts, summary),
  at: changed.at,
  changes: pressingFirst(changed).slice(0, told.changes),
})

export const reReleasedLineOf = (facts: WeeklyFacts, summary: Summary, changed: Changed) => ({
  ...changedLineOf(facts, summary, changed),
  hasOtherPackages: hasOtherPackages(changed),
})

const urgencyOf = ({ urgency }: Summary) => urgencies.indexOf(urgency.level)

/** The most urgent first, then the worst, then by the machines that are left. */
export function byUrgency(facts: WeeklyFacts): (a: Summary, b: Summary) => number {
  const known = new Map<string, number>()
  const left = (id: string) => {
    const machines = known.get(id) ?? leftFor(facts, id)
    known.set(id, machines)
    return machines
  }
  return (a, b) =>
    urgencyOf(a) - urgencyOf(b) ||
    (a.severity ?? 5) - (b.severity ?? 5) ||
    left(b.id) - left(a.id) ||
    (a.id < b.id ? -1 : 1)
}

/** By due day, then as by urgency. */
export function byDue(facts: WeeklyFacts): (a: Summary, b: Summary) => number {
  const then = byUrgency(facts)
  return (a, b) => {
    const [one, other] = [a.due?.on ?? '9999', b.due?.on ?? '9999']
    return one === other ? then(a, b) : one < other ? -1 : 1
  }
}
