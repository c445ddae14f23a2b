import * as limits from '../../../contract/limits.ts'
import { clsx } from 'clsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import type { MeasuredRollout, Measurement } from '../../../contract/rollouts.ts'
import { codeOf } from '../../lib/api.ts'
import { useCommon } from '../../i18n/common.ts'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { useMeasuredMessages } from './messages.ts'
import { useRolloutMessages } from '../messages.ts'
import { clearSentDraft, useDraftItem, type DraftItem } from '../../lib/drafts.ts'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { ToolField } from '../inputs/ToolField.tsx'
import { countOf } from '../../../domain/rollout/waves.ts'
import { useToday } from '../../lib/clock.tsx'
import { usePlan } from '../plan/plan.tsx'
import { recordRollout } from '../queries.ts'
import fields from '../../windows/plan-fields.module.css'
import styles from './NewRun.module.css'

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
export function NewRun({ onDone }: { onDone: (runs: MeasuredRollout[]) => void }) {
  const { inputs, answer } = usePlan()
  const { consoles, tool } = inputs
  const client = useQueryClient()
  const today = useToday()
  const t = useMeasuredMessages()
  const rolloutText = useRolloutMessages()
  const common = useCommon()
  const bulletins = answer.fixes.map(({ id }) => id)
  const item = enteredItem(bulletins)
  const [entered, enter] = useDraftItem(item)
  const { bulletin = bulletins[0] ?? '', ...given } = entered
  const { tool: named = tool, ...figures } = given
  const platforms = answer.fixes.find(({ id }) => id === bulletin)?.platforms
  const affected = answer.fleet.filter(({ platform }) => platforms?.has(platform))
  const run = {
    machines: Math.max(1, countOf(affected)),
    consoles,
    on: today,
    minutes: 0,
    ...figures,
    ...(named !== '' && { tool: named }),
  }
  const isGood = run.minutes > 0 && run.on !== ''
  const recording = useMutation({
    mutationFn: async (_sent: Entered) => recordRollout(client, bulletin, run),
    meta: { bulletin },
    // What was changed while it was on its way is the beginning of the next.
    onSuccess: (_runs, sent) => clearSentDraft(item, sent),
  })
  const edit = (change: Entered) => enter({ ...entered, ...change })
  return (
    <Form
      className={clsx('on-screen', styles['new-run'])}
      pending={recording.isPending}
      error={recording.error && `${t.failed} ${common.problem[codeOf(recording.error)]}`}
      onSubmit={() => {
        if (isGood) recording.mutate(entered, { onSuccess: onDone })
      }}
    >
      <label>
        {t.bulletin}
        <select
          className={fields['control']}
          value={bulletin}
          onChange={({ target }) => edit({ bulletin: target.value })}
        >
          {bulletins.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <NumberField
        className={styles['field']}
        label={rolloutText.machines}
        value={run.machines}
        limits={limits.machines}
        onChange={(value) => edit({ machines: value })}
      />
      <NumberField
        className={styles['field']}
        label={rolloutText.consoles}
        value={run.consoles}
        limits={limits.consoles}
        onChange={(value) => edit({ consoles: value })}
      />
      <NumberField
        className={styles['field']}
        label={t.minutes}
        value={run.minutes}
        limits={limits.rolloutMinutes}
        isBlankZero
        onChange={(value) => edit({ minutes: value })}
      />
      <ToolField className={styles['field']} value={named} onChange={(value) => edit({ tool: value })} />
      <label>
        {t.on}
        <input
          className={fields['control']}
          type="date"
          value={run.on}
          max={today}
          onChange={({ target }) => edit({ on: target.value })}
        />
      </label>
      <p className={clsx('muted', styles['hint'])}>{t.minutesHint}</p>
      <SubmitRow label={t.record} isPrimary={false} isDisabled={!isGood} />
    </Form>
  )
}
