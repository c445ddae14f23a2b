import { duePolicyKinds } from '../../contract/due-words.ts'
import { timeZone } from '../../contract/limits.ts'
import { presences } from '../../contract/vocabulary.ts'
import { codeOf } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { useCommon } from '../i18n/common.ts'
import { Choice } from '../ui/forms/Choice.tsx'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { FormError } from '../ui/forms/FormError.tsx'
import { DaysTable } from './DaysTable.tsx'
import { usePolicyMessages } from './messages.ts'
import { PolicyPreview } from './PolicyPreview.tsx'
import type { usePolicyDraft } from './use-policy-draft.ts'
import styles from './PolicyPage.module.css'

/** Edits the policy; what it would change can be seen before it is saved. */
export function PolicyForm({ draft }: { draft: ReturnType<typeof usePolicyDraft> }) {
  const t = usePolicyMessages()
  const common = useCommon()
  const { policy, edit, hasChanges, preview, saving } = draft
  const wrong = (error: Error | null, title: string) =>
    error && !isRefused(error, 'zone') ? `${title} ${common.problem[codeOf(error)]}` : null
  const refused = [saving.error, preview.error].some((error) => isRefused(error, 'zone'))
  return (
    <Form
      className={styles['form']}
      pending={saving.isPending}
      error={wrong(saving.error, t.failed)}
      onSubmit={draft.save}
    >
      <Choice
        label={t.kind}
        value={policy.kind}
        options={duePolicyKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        onChange={(kind) => edit({ kind })}
      />
      {policy.kind === 'table' ? (
        <>
          <DaysTable days={policy.days} onChange={(days) => edit({ days })} />
          <p className="muted">{t.daysHint}</p>
        </>
      ) : (
        <>
          <p className="muted">{t.directiveHint}</p>
          <Choice
            label={t.exposure}
            value={policy.unknownExposure}
            options={presences.map((answer) => ({ value: answer, label: t.exposures[answer] }))}
            onChange={(unknownExposure) => edit({ unknownExposure })}
          />
        </>
      )}
      <Field label={t.zone} help={t.zoneHint} limits={timeZone} error={refused ? t.refusedZone : null}>
        {(control) => (
          <input {...control} value={policy.zone} onChange={({ target }) => edit({ zone: target.value })} />
        )}
      </Field>
      {hasChanges && (
        <SubmitRow label={t.save}>
          <button type="button" className="button" disabled={preview.isPending} onClick={() => preview.mutate(policy)}>
            {t.preview}
          </button>
          <button type="button" className="button" disabled={saving.isPending} onClick={draft.discard}>
            {t.discard}
          </button>
          <span className="muted">{t.unsaved}</span>
        </SubmitRow>
      )}
      {saving.isSuccess && !hasChanges && (
        <p role="status" className="muted">
          {t.saved}
        </p>
      )}
      {preview.error && !isRefused(preview.error, 'zone') && (
        <FormError>{wrong(preview.error, t.previewFailed)}</FormError>
      )}
      {preview.data !== undefined && <PolicyPreview preview={preview.data} />}
    </Form>
  )
}
