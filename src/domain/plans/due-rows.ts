/** Whether a plan is in time: its due days, and what is left until then. */
import type { PlanDue } from '../../contract/plan-view.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'
import type { Fix } from '../rollout/fixes.ts'
import { countOf } from '../rollout/waves.ts'
import { frozen } from '../rollout/windows.ts'
import type { BulletinDay } from './facts.ts'
import type { Forecast } from './forecast.ts'
import type { WaveProgress } from './progress.ts'
import { isoOf } from './steps.ts'

const msPerMinute = 60_000

type Given = {
  progress: readonly WaveProgress[]
  fixes: readonly Fix[]
  due: ReadonlyMap<string, BulletinDay>
  /** Where a day begins and ends. */
  zone: string
  /** Null where nothing is to be expected: the plan does not run. */
  inTime: Forecast | null
  ifClosed: Forecast | null
  now: number
}

type Row = { on: string | null; platforms: readonly PlatformId[]; bulletins: string[] }

const sharesAny = (progress: WaveProgress, platforms: readonly PlatformId[]) =>
  progress.wave.machines.some(({ platform, count }) => count > 0 && platforms.includes(platform))

/** When the last of these machines is done; null where that is not known. */
function finishOf(platforms: readonly PlatformId[], progress: readonly WaveProgress[], forecast: Forecast | null) {
  let finish = -Infinity
  for (const [place, each] of progress.entries()) {
    if (!sharesAny(each, platforms)) continue
    const isLeft = each.left.some(({ platform }) => platforms.includes(platform))
    const last = isLeft ? (forecast?.marks[place]?.last ?? null) : (each.steps.at(-1)?.at ?? each.actual.last)
    if (last === null) return null
    finish = Math.max(finish, last)
  }
  return finish === -Infinity ? null : finish
}

const endOf = (day: string, zone: string) => frozen({ from: day, to: day }, zone).to

const slackOf = (on: string | null, finish: number | null, zone: string): number | null =>
  on === null || finish === null ? null : Math.round((endOf(on, zone) - finish) / msPerMinute)

function rowOf({ on, platforms, bulletins }: Row, given: Given): PlanDue {
  const { progress, due, zone, inTime, ifClosed } = given
  const planned = progress.flatMap(({ wave }) => wave.machines).filter(({ platform }) => platforms.includes(platform))
  const left = progress.flatMap((each) => each.left).filter(({ platform }) => platforms.includes(platform))
  const finish = finishOf(platforms, progress, inTime)
  const slack = slackOf(on, finish, zone)
  const closed = ifClosed === null ? null : slackOf(on, finishOf(platforms, progress, ifClosed), zone)
  return {
    on,
    bulletins,
    platforms: [...platforms],
    isByKev: bulletins.some((id) => due.get(id)?.isByKev === true),
    of: countOf(planned),
    done: countOf(planned) - countOf(left),
    finish: isoOf(finish),
    slackMinutes: slack,
    slackIfClosedMinutes: closed === slack ? null : closed,
  }
}

/** The due days of a plan, the earliest first; those without a day last. */
export function dueRows(given: Given): PlanDue[] {
  const planned = [...new Set(given.progress.flatMap(({ wave }) => wave.machines.map(({ platform }) => platform)))]
  const rows = new Map<string, Row>()
  for (const { id, platforms } of given.fixes) {
    const here = planned.filter((platform) =>
      [...platforms].some((each) => isWithin(platform, each) || isWithin(each, platform)),
    )
    if (here.length === 0) continue
    const on = given.due.get(id)?.on ?? null
    const key = JSON.stringify([on, here])
    const row = rows.get(key) ?? { on, platforms: here, bulletins: [] }
    row.bulletins.push(id)
    rows.set(key, row)
  }
  return Array.from(rows.values(), (row) => rowOf(row, given)).toSorted((a, b) =>
    (a.on ?? '9').localeCompare(b.on ?? '9'),
  )
}
