import { labIssueStates } from '../../../contract/lab.ts'
import * as limits from '../../../contract/limits.ts'
import { useIssueMessages } from '../issue-messages.ts'
import { useRecordMessages } from './messages.ts'
import { noIssue, type IssueDraft } from './draft.ts'
import { RegistryFields } from './RegistryFields.tsx'
import { CheckBox, ListField, LongTextField, TextField } from '../../ui/forms/controls.tsx'
import styles from './IssueFields.module.css'

type Props = { issue: IssueDraft | null; onChange: (issue: IssueDraft | null) => void }

/** A known issue that the test has found, if any. */
export function IssueFields({ issue, onChange }: Props) {
  const t = useRecordMessages()
  return (
    <>
      <CheckBox
        isChecked={issue !== null}
        label={t.hasIssue}
        onCheck={(hasIssue) => onChange(hasIssue ? noIssue : null)}
      />
      {issue !== null && <DescribeIssue issue={issue} onChange={onChange} />}
    </>
  )
}

function DescribeIssue({ issue, onChange }: { issue: IssueDraft; onChange: (issue: IssueDraft) => void }) {
  const t = useRecordMessages()
  const issueText = useIssueMessages()
  return (
    <div className={styles['issue-fields']}>
      <TextField
        label={t.issueTitle}
        limits={limits.issueTitle}
        value={issue.title}
        onText={(title) => onChange({ ...issue, title })}
      />
      {(['symptom', 'workaround'] as const).map((field) => (
        <LongTextField
          key={field}
          label={t[field]}
          limits={limits.labText}
          rows={2}
          // Registry values need an explanation.
          required={field === 'workaround' && issue.registry.length > 0}
          value={issue[field]}
          onText={(text) => onChange({ ...issue, [field]: text })}
        />
      ))}
      <ListField
        label={t.issueState}
        value={issue.state ?? ''}
        options={[
          { value: '', label: issueText.state.unstated } as const,
          ...labIssueStates.map((state) => ({ value: state, label: issueText.state[state] })),
        ]}
        onChoose={(state) => {
          const { state: _, ...rest } = issue
          onChange({ ...rest, ...(state !== '' && { state }) })
        }}
      />
      <RegistryFields values={issue.registry} onChange={(registry) => onChange({ ...issue, registry })} />
    </div>
  )
}
