import type { TestRecord } from '../../contract/lab.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'

type Issue = NonNullable<TestRecord['knownIssue']>

/** A known issue that somebody has just found. */
export function IssueFields({ issue, onChange }: { issue: Issue; onChange: (issue: Issue) => void }) {
  const m = useLabMessages()
  return (
    <div className="issue-fields">
      <label className="field">
        {m.issueTitle}
        <input
          className="field-input"
          required
          maxLength={200}
          value={issue.title}
          onChange={({ target }) => onChange({ ...issue, title: target.value })}
        />
      </label>
      {(['symptom', 'workaround'] as const).map((field) => (
        <label key={field} className="field">
          {m[field]}
          <textarea
            className="field-input"
            rows={2}
            maxLength={4000}
            value={issue[field]}
            onChange={({ target }) => onChange({ ...issue, [field]: target.value })}
          />
        </label>
      ))}
    </div>
  )
}
