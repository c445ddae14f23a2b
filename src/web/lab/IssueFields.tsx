import * as limits from '../../contract/limits.ts'
import { useLabMessages } from './messages.ts'
import type { IssueDraft } from './draft.ts'
import { RegistryFields } from './RegistryFields.tsx'

/** A known issue that somebody has just found. */
export function IssueFields({ issue, onChange }: { issue: IssueDraft; onChange: (issue: IssueDraft) => void }) {
  const t = useLabMessages()
  return (
    <div className="issue-fields">
      <label className="field">
        {t.issueTitle}
        <input
          className="field-input"
          {...limits.issueTitle}
          value={issue.title}
          onChange={({ target }) => onChange({ ...issue, title: target.value })}
        />
      </label>
      {(['symptom', 'workaround'] as const).map((field) => (
        <label key={field} className="field">
          {t[field]}
          <textarea
            className="field-input"
            rows={2}
            {...limits.labText}
            // Values alone do not say what is to be done with them.
            required={field === 'workaround' && issue.registry.length > 0}
            value={issue[field]}
            onChange={({ target }) => onChange({ ...issue, [field]: target.value })}
          />
        </label>
      ))}
      <RegistryFields values={issue.registry} onChange={(registry) => onChange({ ...issue, registry })} />
    </div>
  )
}
