/** What the store says of itself for those who watch the server: read when they ask. */
import type { Handling } from '../../contract/reports.ts'
import type { Source } from '../../contract/sources.ts'
import { handlingSteps } from '../../contract/report-words.ts'

/** A figure with its values, each by its labels. What is not known has no value. */
export type Figure = {
  name: string
  help: string
  labels?: readonly string[]
  values: readonly { labels?: Readonly<Record<string, string>>; value: number | null }[]
}

/** More sources, and older releases, have no figures of their own. */
const most = { sources: 200, releases: 12 }

const seconds = (moment: string) => Date.parse(moment) / 1000

const hour = 3600

/** A figure with one value. */
export const single = (name: string, help: string, value: number | null): Figure => ({
  name,
  help,
  values: [{ value }],
})

export function figuresOfSources(sources: readonly Source[]): Figure[] {
  const shown = sources.filter(({ isOn, lastRun }) => isOn || lastRun !== null).slice(0, most.sources)
  const each = (of: (source: Source) => number | null) =>
    shown.map((source) => ({ labels: { source: source.id }, value: of(source) }))
  return [
    {
      name: 'hotfix_source_enabled',
      help: 'Whether a source is looked at on its schedule.',
      labels: ['source'],
      values: each(({ isOn }) => Number(isOn)),
    },
    {
      name: 'hotfix_source_last_run_timestamp_seconds',
      help: 'When the last look at a source ended.',
      labels: ['source'],
      values: each(({ lastRun }) => lastRun && seconds(lastRun.finishedAt)),
    },
    {
      name: 'hotfix_source_last_run_failed',
      help: 'Whether the last look at a source broke off.',
      labels: ['source'],
      values: each(({ lastRun }) => lastRun && Number(lastRun.outcome === 'failed')),
    },
    {
      name: 'hotfix_source_last_run_problems',
      help: 'Documents and entries of the last look that were refused or could not be fetched.',
      labels: ['source'],
      values: each(({ lastRun }) => lastRun && (lastRun.problemCount ?? lastRun.problems.length)),
    },
  ]
}

export function figuresOfHandling({ all, overdue, coverage }: Handling): Figure[] {
  const steps = (of: (step: Handling['all']['steps']['deployed']) => number | null) =>
    handlingSteps.map((step) => ({ labels: { step }, value: of(all.steps[step]) }))
  const inSeconds = (hours: number | null) => hours && hours * hour
  const releases = coverage.slice(0, most.releases)
  const byRelease = (of: (release: (typeof coverage)[number]) => number) =>
    releases.map((release) => ({ labels: { release: release.key }, value: of(release) }))
  return [
    {
      name: 'hotfix_step_median_seconds',
      help: 'Half of the alerts took this long or less until a step, from when they were known. The step deployed is the time to patch.',
      labels: ['step'],
      values: steps(({ median }) => inSeconds(median)),
    },
    {
      name: 'hotfix_step_p90_seconds',
      help: 'Nine of ten alerts took this long or less until a step.',
      labels: ['step'],
      values: steps(({ p90 }) => inSeconds(p90)),
    },
    {
      name: 'hotfix_step_waiting',
      help: 'Open alerts that have not come to a step.',
      labels: ['step'],
      values: steps(({ waiting }) => waiting),
    },
    single(
      'hotfix_alerts_overdue',
      'Open alerts whose due day is over.',
      overdue.reduce((sum, { count }) => sum + count, 0),
    ),
    single('hotfix_alerts_in_time', 'Alerts that were deployed on their due day or before it.', all.inTime),
    {
      name: 'hotfix_coverage_machines',
      help: 'Machines of every fix of a release on which it was found (applied), of all that it is for (concerned); a machine counts once for each fix.',
      labels: ['release', 'state'],
      values: (['applied', 'concerned'] as const).flatMap((state) =>
        byRelease(({ applied, of }) => (state === 'applied' ? applied : of)).map(({ labels, value }) => ({
          labels: { ...labels, state },
          value,
        })),
      ),
    },
    {
      name: 'hotfix_coverage_fixes',
      help: 'Fixes to install of a release, and how many of them are done.',
      labels: ['release', 'state'],
      values: [
        ...byRelease(({ fixes }) => fixes).map(({ labels, value }) => ({ labels: { ...labels, state: 'all' }, value })),
        ...byRelease(({ done }) => done).map(({ labels, value }) => ({ labels: { ...labels, state: 'done' }, value })),
      ],
    },
  ]
}
