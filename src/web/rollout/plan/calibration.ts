/** What the measured rollouts on file say of an estimate. */
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import { assumedCurve } from '../../../domain/rollout/curve.ts'
import { fixOf } from '../../../domain/rollout/fixes.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import {
  calibrate,
  compareToEstimate,
  estimateOfRun,
  type Calibration,
  type JudgedRun,
} from '../../../domain/rollout/measured.ts'
import type { SummaryOf } from './use-summaries.ts'

/** Compares each run to what these inputs would have estimated for it. */
export const judgeRuns = (
  runs: readonly MeasuredRollout[],
  { setupMinutes, secondsPerMachine }: RolloutInputs,
  summaryOf: SummaryOf,
): JudgedRun[] =>
  compareToEstimate(runs, (run) =>
    estimateOfRun(run, (id) => {
      const summary = summaryOf(id)
      return summary === undefined ? null : fixOf(summary, assumedCurve(setupMinutes, secondsPerMachine / 60))
    }),
  )

/** How the runs on file correct a plan with these inputs. */
export const calibrationOf = (
  runs: readonly MeasuredRollout[],
  inputs: RolloutInputs,
  summaryOf: SummaryOf,
): Calibration =>
  calibrate(
    judgeRuns(runs, inputs, summaryOf),
    inputs.tool,
    inputs.fleet.map(({ platform }) => platform),
  )
