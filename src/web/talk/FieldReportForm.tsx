import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { clsx } from 'clsx'
import { FieldOutcome, type NewFieldReport } from '../../contract/field-reports.ts'
import * as limits from '../../contract/limits.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { lineageOf } from '../../domain/platforms/platforms.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { clearSentDraft, useDraftItem, type DraftItem } from '../lib/drafts.ts'
import { Choice } from '../ui/forms/Choice.tsx'
import { ListField, LongTextField, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { focusWrong } from '../ui/forms/focus-wrong.ts'
import { useTalkMessages } from './messages.ts'
import { addFieldReport } from './queries.ts'
import styles from './FieldReports.module.css'

const Draft = z.object({
  outcome: FieldOutcome,
  platform: z.string(),
  edition: z.string(),
  machines: z.string(),
  build: z.string(),
  text: z.string(),
})
type Draft = z.infer<typeof Draft>

const empty: Draft = { outcome: 'works', platform: '', edition: '', machines: '', build: '', text: '' }

const draftOf = (bulletin: string): DraftItem<Draft> => ({ name: `field report ${bulletin}`, schema: Draft, empty })

type Props = { bulletin: string; platforms: readonly string[]; onClose: () => void }

/** What of a draft is wrong; the report where nothing is. */
function readIn(draft: Draft): { report: NewFieldReport; wrong: { edition: boolean; machines: boolean } } {
  const machines = Number(draft.machines)
  const platform = draft.platform === '' ? null : draft.platform
  const { min, max } = limits.machines
  return {
    report: {
      ...draft,
      platform,
      machines,
      edition: draft.edition.trim(),
      build: draft.build.trim(),
      text: draft.text.trim(),
    },
    wrong: {
      edition: platform === null && draft.edition.trim() === '',
      machines: !Number.isInteger(machines) || machines < min || machines > max,
    },
  }
}

/** Says that a fix works or broke something, where, and on how many machines. */
export function FieldReportForm({ bulletin, platforms, onClose }: Props) {
  const t = useTalkMessages()
  const common = useCommon()
  const client = useQueryClient()
  const names = useShortPlatformNames()
  const item = draftOf(bulletin)
  const [draft, keep] = useDraftItem(item)
  const [isTried, setTried] = useState(false)
  const change = (next: Partial<Draft>) => keep({ ...draft, ...next })
  const { report, wrong } = readIn(draft)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sent: NewFieldReport) => addFieldReport(client, bulletin, sent),
    onSuccess() {
      clearSentDraft(item, draft)
      onClose()
    },
  })
  const isConcerned = (platform: string) => lineageOf(platform).some((above) => platforms.includes(above))
  // Those of our machines that it is for come first; without a fleet, those that it names.
  const own = [...machinesByPlatform(useFleet()).keys()].filter(isConcerned)
  const offered = own.length > 0 ? own : platforms
  function send(form: HTMLFormElement) {
    if (!wrong.edition && !wrong.machines) mutate(report)
    else focusWrong(form, () => setTried(true))
  }
  return (
    <Form
      className={clsx('on-screen', styles['form'])}
      noValidate
      pending={isPending}
      error={error && `${t.notSent} ${common.problem[codeOf(error)]}`}
      onSubmit={send}
    >
      <Choice
        label={t.outcome}
        value={draft.outcome}
        options={(['works', 'broke'] as const).map((value) => ({ value, label: t.outcomes[value] }))}
        onChange={(outcome) => change({ outcome })}
      />
      <ListField
        label={t.where}
        value={draft.platform}
        options={[
          { value: '', label: t.elsewhere },
          ...offered.map((platform) => ({ value: platform, label: names([platform]) })),
        ]}
        onChoose={(platform) => change({ platform })}
      />
      <TextField
        label={t.edition}
        help={t.editionHint}
        limits={{ maxLength: limits.osEdition.maxLength }}
        value={draft.edition}
        error={isTried && wrong.edition ? t.editionMissing : null}
        onText={(edition) => change({ edition })}
      />
      <TextField
        label={t.machines}
        inputMode="numeric"
        value={draft.machines}
        error={isTried && wrong.machines ? t.machinesWrong : null}
        onText={(machines) => change({ machines })}
      />
      <TextField
        label={t.build}
        placeholder="26100.4349"
        limits={limits.fieldBuild}
        value={draft.build}
        onText={(build) => change({ build })}
      />
      <LongTextField
        label={t.text}
        limits={limits.fieldText}
        rows={3}
        value={draft.text}
        onText={(text) => change({ text })}
      />
      <SubmitRow label={t.save} onCancel={onClose} />
    </Form>
  )
}
