import * as limits from '../../../contract/limits.ts'
import { useMutation } from '@tanstack/react-query'
import * as z from 'zod'
import type { MeasuredRollout, Measurement } from '../../../contract/rollouts.ts'
import { useMeasuredMessages } from './messages.ts'
import { useRolloutMessages } from '../messages.ts'
import { clearSentDraft, useDraftItem, type DraftItem } from '../../lib/drafts.ts'
import { NumberField } from '../inputs/NumberField.tsx'
import { ToolField } from '../inputs/ToolField.tsx'
import { RunFailed } from './RunFailed.tsx'

type Props = {
  bulletins: readonly string[]
  /** Of the plan, for each bulletin: what is entered unless something else is. */
  machinesOf: (bulletin: string) => number
  consoles: number
  tool: string
  /** Today, as a calendar day of this device. */
  today: string
  /** Records it, and gives all that are on file then. */
  onRecord: (bulletin: string, measurement: Measurement) => Promise<MeasuredRollout[]>
  onDone: (runs: MeasuredRollout[]) => void
}

type Entered = Partial<Measurement & { bulletin: string }>

const number = z.exactOptional(z.number())
const text = z.exactOptional(z.string())
const schema: z.ZodType<Entered> = z.object({
  bulletin: text,
  machines: number,
  consoles: number,
  minutes: number,
  on: text,
  tool: text,
})

const nothing: Entered = {}

/** Where the tab keeps what is entered for a plan. */
const enteredItem = (bulletins: readonly string[]): DraftItem<Entered> => ({
  name: `run ${bulletins.join(' ')}`,
  schema,
  empty: nothing,
})

/** One more run. What was entered stays until it is on file, wherever its author goes meanwhile. */
export function NewRun({ bulletins, machinesOf, consoles, tool, today, onRecord, onDone }: Props) {
  const t = useMeasuredMessages()
  const rolloutText = useRolloutMessages()
  const item = enteredItem(bulletins)
  const [entered, enter] = useDraftItem(item)
  const { bulletin = bulletins[0] ?? '', ...given } = entered
  const { tool: named = tool, ...figures } = given
  const run = {
    machines: Math.max(1, machinesOf(bulletin)),
    consoles,
    on: today,
    minutes: 0,
    ...figures,
    ...(named !== '' && { tool: named }),
  }
  const isGood = run.minutes > 0 && run.on !== ''
  const recording = useMutation({
    mutationFn: async (_sent: Entered) => onRecord(bulletin, run),
    meta: { bulletin },
    // What was changed while it was on its way is the beginning of the next.
    onSuccess: (_runs, sent) => clearSentDraft(item, sent),
  })
  const edit = (change: Entered) => enter({ ...entered, ...change })
  return (
    <form
      className="new-run"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood && !recording.isPending) recording.mutate(entered, { onSuccess: onDone })
      }}
    >
      <label>
        {t.bulletin}
        <select value={bulletin} onChange={({ target }) => edit({ bulletin: target.value })}>
          {bulletins.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <NumberField
        label={rolloutText.machines}
        value={run.machines}
        limits={limits.machines}
        onChange={(value) => edit({ machines: value })}
      />
      <NumberField
        label={rolloutText.consoles}
        value={run.consoles}
        limits={limits.consoles}
        onChange={(value) => edit({ consoles: value })}
      />
      <NumberField
        label={t.minutes}
        value={run.minutes}
        limits={limits.rolloutMinutes}
        isBlankZero
        onChange={(value) => edit({ minutes: value })}
      />
      <ToolField value={named} onChange={(value) => edit({ tool: value })} />
      <label>
        {t.on}
        <input type="date" value={run.on} max={today} onChange={({ target }) => edit({ on: target.value })} />
      </label>
      <button type="submit" className="button" disabled={!isGood || recording.isPending}>
        {t.record}
      </button>
      <p className="muted">{t.minutesHint}</p>
      <RunFailed error={recording.error} />
    </form>
  )
}
