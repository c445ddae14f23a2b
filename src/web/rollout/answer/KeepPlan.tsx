import { useState } from 'react'
import type { PlanWave } from '../../../contract/plans.ts'
import { readyWaves, usualGate } from '../../../domain/plans/ready-waves.ts'
import { scheduleOf } from '../../../domain/plans/schedule.ts'
import { writeInputs } from '../../../domain/rollout/inputs.ts'
import type { Wave } from '../../../domain/rollout/waves.ts'
import { useFirstRows } from '../../catalogue/catalogue.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { momentsIn } from '../../i18n/moments.ts'
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
  const { answer } = usePlan()
  const t = useRolloutMessages()
  const mayKeep = useMay('analyst')
  const [isOpen, setOpen] = useState(false)
  if (!mayKeep) return null
  return (
    <>
      <button type="button" className="button" disabled={answer.machines === 0} onClick={() => setOpen(true)}>
        {t.keep}
      </button>
      {isOpen && <KeepDraft onClose={() => setOpen(false)} />}
    </>
  )
}

/** As the draft has its waves, or by the ready rule: each with the end that it comes to. */
function KeepDraft({ onClose }: { onClose: () => void }) {
  const { inputs, answer, facts } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const me = usePerson()?.name ?? ''
  const { platforms } = useFirstRows()
  const lines = useFleet()
  const { soakHours, pilotPercent } = inputs
  const text = writeInputs(inputs)
  const kinds = new Map(platforms.map(({ id, kind }) => [id, kind]))
  const ready = readyWaves({
    fleet: answer.fleet,
    lines,
    kindOf: (platform) => kinds.get(platform) ?? 'unknown',
    pilotShare: pilotPercent / 100,
    soakHours,
  })
  const choice = (way: string, waves: readonly PlanWave[]) => {
    const { finish } = scheduleOf({ inputs: text, waves: [...waves] }, facts).plan
    const end = finish === null ? t.doesNotFit : t.endsAt(momentsIn(inputs.zone, language).moment(finish))
    return { label: `${way}: ${end}`, waves }
  }
  const [first = '', ...others] = answer.inUse.map(({ id }) => id)
  return (
    <KeepDialog
      title={t.keep}
      name={others.length === 0 ? first : t.andOthers(first, others.length)}
      owner={me}
      inputs={text}
      choices={[choice(t.draftWaves, keptWaves(answer.waves, soakHours)), choice(t.readyRule(pilotPercent), ready)]}
      onClose={onClose}
    />
  )
}
