import * as limits from '../../contract/limits.ts'
import { useLabMessages } from './messages.ts'
import type { IssueDraft } from './draft.ts'
import { RegistryFields } from './RegistryFields.tsx'
import { Field } from '../ui/forms/Field.tsx'

/** A known issue that somebody has just found. */
export function IssueFields({ issue, onChange }: { issue: IssueDraft; onChange: (issue: IssueDraft) => void }) {
  const t = useLabMessages()
  return (
    <div className="issue-fields">
      <Field label={t.issueTitle} limits={limits.issueTitle}>
        {(control) => (
          <input
            {...control}
            value={issue.title}
            onChange={({ target }) => onChange({ ...issue, title: target.value })}
          />
        )}
      </Field>
      {(['symptom', 'workaround'] as const).map((field) => (
        <Field key={field} label={t[field]} limits={limits.labText}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              // Values alone do not say what is to be done with them.
              required={field === 'workaround' && issue.registry.length > 0}
              value={issue[field]}
              onChange={({ target }) => onChange({ ...issue, [field]: target.value })}
            />
          )}
        </Field>
      ))}
      <RegistryFields values={issue.registry} onChange={(registry) => onChange({ ...issue, registry })} />
    </div>
  )
}
