import { useState } from 'react'
import type { PlanWave } from '../../../contract/plans.ts'
import { usualGate } from '../../../domain/plans/ready-waves.ts'
import { writeInputs } from '../../../domain/rollout/inputs.ts'
import type { Wave } from '../../../domain/rollout/waves.ts'
import { useMay, usePerson } from '../../lib/me.ts'
import { KeepDialog } from '../../plans/actions/KeepDialog.tsx'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'

const keyOf = (number: number) => (number === 0 ? 'pilot' : `wave-${number}`)

/** The waves of the draft as those of a kept plan: each waits for the one before it. */
const keptWaves = (waves: readonly Wave[], soakHours: number): PlanWave[] =>
  waves.map(({ number, machines }, position) => {
    const before = waves[position - 1]
    return {
      key: keyOf(number),
      name: '',
      machines: machines.map(({ platform, count }) => ({ platform, count })),
      waitsFor: before === undefined ? [] : [keyOf(before.number)],
      gate: usualGate(soakHours),
    }
  })

/** Keeps the plan of the address under a name; it is then followed on a page of its own. */
export function KeepPlan() {
  const { inputs, answer } = usePlan()
  const t = useRolloutMessages()
  const me = usePerson()?.name ?? ''
  const mayKeep = useMay('analyst')
  const [isOpen, setOpen] = useState(false)
  if (!mayKeep) return null
  const [first = '', ...others] = answer.inUse.map(({ id }) => id)
  return (
    <>
      <button type="button" className="button" disabled={answer.machines === 0} onClick={() => setOpen(true)}>
        {t.keep}
      </button>
      {isOpen && (
        <KeepDialog
          title={t.keep}
          name={others.length === 0 ? first : t.andOthers(first, others.length)}
          owner={me}
          inputs={writeInputs(inputs)}
          waves={keptWaves(answer.waves, inputs.soakHours)}
          ready={{ isFirst: inputs.groups.length === 0, label: t.readyRule(inputs.pilotPercent) }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
