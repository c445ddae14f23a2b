/** How far the fleet is, and how long what is left takes. */
import type { Overview } from '../../contract/overview.ts'
import type { MeasuredRollout } from '../../contract/rollouts.ts'
import type { Summary } from '../../contract/summary.ts'
import { machinesByVersion } from '../fleet/exposure.ts'
import { countedAs } from '../platforms/platforms.ts'
import { assumedCurve } from '../rollout/curve.ts'
import { fixOf } from '../rollout/fixes.ts'
import { defaults } from '../rollout/inputs.ts'
import { calibrate, compareToEstimate, estimateOfRun } from '../rollout/measured.ts'
import { series } from '../rollout/series.ts'
import type { Acting } from './act-now.ts'
import { foundOn } from '../fleet/coverage.ts'

const consolesShown = [1, 2, 4]

const { setupMinutes, secondsPerMachine } = defaults('', '')
const assumed = assumedCurve(setupMinutes, secondsPerMachine / 60)

/**
 * `all`: the ids of what is to be installed of the release; `open`: of these what is not done. The lines are those of the
 * rollout page with its usual inputs: no restart, no second pass, corrected by what was measured.
 */
export function rolloutOf(
  facts: Acting,
  { all, open }: { all: readonly string[]; open: readonly Summary[] },
  runs: readonly MeasuredRollout[],
  bulletinOf: (id: string) => Summary | undefined,
): Overview['rollout'] {
  const needing = (ids: readonly string[]) => {
    const platforms = new Set(ids.flatMap((id) => facts.toInstall.get(id) ?? []))
    return facts.lines.filter(({ platform }) => platforms.has(platform))
  }
  const machines = needing(all).reduce((sum, line) => sum + line.machines, 0)
  if (machines === 0) return null
  const judged = compareToEstimate(runs, (run) =>
    estimateOfRun(run, (id) => {
      const bulletin = bulletinOf(id)
      return bulletin === undefined ? null : fixOf(bulletin, assumed)
    }),
  )
  const calibration = calibrate(judged, '')
  const fixes = open.map((fix) => ({
    ...fixOf(fix, assumed),
    platforms: new Set((facts.toInstall.get(fix.id) ?? []).map(countedAs)),
  }))
  const fleet = Array.from(machinesByVersion(needing(open.map(({ id }) => id))), ([platform, count]) => ({
    platform,
    count,
  }))
  const most = fleet.reduce((sum, { count }) => sum + count, 0)
  const curves = consolesShown.map((consoles) => ({
    consoles,
    points: series(fixes, fleet, { consoles, restartMinutes: 0, failureShare: 0, calibration }, most).map((point) => ({
      machines: point.machines,
      minutes: Math.round(point.minutes),
      low: Math.round(point.low),
      high: Math.round(point.high),
    })),
  }))
  return {
    machines,
    patched: Math.min(machines, foundOn(all.map((id) => facts.checked.get(id) ?? [])).applied),
    curves: most === 0 ? [] : curves,
    isAssumed: calibration.runs === 0 && open.every(({ rollout }) => rollout.length === 0),
  }
}
