import { useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../lib/me.ts'
import { recordRollout, withdrawRollout } from '../queries.ts'
import { countOf } from '../../../domain/rollout/waves.ts'
import { MeasuredPanel, type EditRuns } from './MeasuredPanel.tsx'
import type { Rollout } from '../use-rollout.ts'

/** How the reader changes the measured rollouts; null where they may only look. */
function useEditRuns(): EditRuns | null {
  const client = useQueryClient()
  if (!useMay('analyst')) return null
  return {
    record: (bulletin, measurement) => recordRollout(client, bulletin, measurement),
    withdraw: (id) => withdrawRollout(client, id),
  }
}

/** The measured rollouts beside a plan. `today`: a calendar day. */
export function MeasuredRuns({ plan, today }: { plan: Rollout; today: string }) {
  const { inputs, answer } = plan
  const edit = useEditRuns()
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
      judge={plan.judge}
      edit={edit}
      calibration={inputs.calibration}
      onChange={(calibration) => plan.change({ calibration })}
    />
  )
}
