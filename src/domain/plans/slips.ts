/** What of a plan deserves a sentence, worst first. */
import type { PlanDue, PlanWaveView, Slip } from '../../contract/plan-view.ts'
import type { WaveKey } from '../../contract/plans.ts'

/** Waves that are later than planned by less than this are as planned. */
const worthSaying = 10

type Given = {
  waves: readonly PlanWaveView[]
  due: readonly PlanDue[]
  ifClosed: { wave: WaveKey; openBy: string | null } | null
  /** Machines that find no window any more. */
  misfits: number
}

const dueSlips = ({ due, ifClosed }: Given): Slip[] =>
  due.flatMap((row): Slip[] => {
    const { on, platforms, slackMinutes, slackIfClosedMinutes } = row
    if (on === null) return []
    // What was done late needs no sentence any more.
    if (row.done >= row.of) return []
    if (slackMinutes !== null && slackMinutes < 0)
      return [{ code: 'due-missed', on, platforms, machines: row.of - row.done, minutes: -slackMinutes }]
    return ifClosed !== null && slackIfClosedMinutes !== null && slackIfClosedMinutes < 0
      ? [{ code: 'due-at-risk', on, platforms, wave: ifClosed.wave, minutes: -slackIfClosedMinutes }]
      : []
  })

const gateSlips = ({ waves, ifClosed }: Given): Slip[] =>
  waves.flatMap(({ key, gateState }): Slip[] => {
    if (gateState.state === 'stopped')
      return [{ code: 'gate-stopped', wave: key, openBy: ifClosed?.wave === key ? ifClosed.openBy : null }]
    return gateState.state === 'waits'
      ? [{ code: 'gate-waits', wave: key, machines: gateState.waits.reduce((sum, { machines }) => sum + machines, 0) }]
      : []
  })

const lateWaves = ({ waves }: Given): Slip[] =>
  waves.flatMap(({ key, slipMinutes, done, of }): Slip[] =>
    slipMinutes !== null && slipMinutes >= worthSaying
      ? [{ code: 'wave-late', wave: key, minutes: slipMinutes, isDone: done >= of }]
      : [],
  )

export function slipsOf(given: Given): Slip[] {
  const slips = [...dueSlips(given), ...gateSlips(given), ...lateWaves(given)]
  return given.misfits > 0 ? [{ code: 'does-not-fit', machines: given.misfits }, ...slips] : slips
}
