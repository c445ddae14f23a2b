import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { codeOf, type ApiError } from '../../lib/api.ts'
import { useDevice } from '../../lib/device.ts'
import { useMay } from '../../lib/me.ts'
import { recordRollout, withdrawRollout } from '../queries.ts'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import { countOf } from '../../../domain/rollout/waves.ts'
import { forgetRun, keptRuns, keyedRuns } from './kept-runs.ts'
import { MeasuredPanel, type EditRuns } from './MeasuredPanel.tsx'
import type { Rollout } from '../use-rollout.ts'

/** One run after the other: what is on file is not kept here any more, and one that cannot be moved holds up no other. */
async function moveRuns(client: QueryClient): ReturnType<EditRuns['move']> {
  let runs: MeasuredRollout[] | null = null
  const refused = new Map<string, ApiError['code']>()
  for (const { bulletin, key, ...measurement } of keyedRuns()) {
    try {
      runs = await recordRollout(client, bulletin, measurement, key)
      forgetRun(key)
    } catch (error) {
      refused.set(key, codeOf(error))
    }
  }
  return { runs, refused }
}

/** How the reader changes the measured rollouts; null where they may only look. */
function useEditRuns(): EditRuns | null {
  const client = useQueryClient()
  if (!useMay('analyst')) return null
  return {
    record: (bulletin, measurement) => recordRollout(client, bulletin, measurement),
    withdraw: (id) => withdrawRollout(client, id),
    move: () => moveRuns(client),
    discard: forgetRun,
  }
}

/** The measured rollouts beside a plan. `today`: a calendar day. */
export function MeasuredRuns({ plan, today }: { plan: Rollout; today: string }) {
  const { inputs, answer } = plan
  const edit = useEditRuns()
  const [kept] = useDevice(keptRuns)
  return (
    <MeasuredPanel
      bulletins={answer.fixes.map(({ id }) => id)}
      machinesOf={(bulletin) => {
        const platforms = answer.fixes.find(({ id }) => id === bulletin)?.platforms
        return countOf(answer.fleet.filter(({ platform }) => platforms?.has(platform)))
      }}
      consoles={inputs.consoles}
      tool={inputs.tool}
      today={today}
      runs={plan.runs}
      kept={kept}
      judge={plan.judge}
      edit={edit}
      calibration={inputs.calibration}
      onChange={(calibration) => plan.change({ calibration })}
    />
  )
}
