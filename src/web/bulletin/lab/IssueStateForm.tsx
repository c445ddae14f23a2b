import { useQueryClient } from '@tanstack/react-query'
import type { KnownIssue } from '../../../contract/bulletin.ts'
import type { IssueResolution } from '../../../contract/lab.ts'
import * as limits from '../../../contract/limits.ts'
import { useCommon } from '../../i18n/common.ts'
import { isOpenIssue } from '../../../domain/lab/issues.ts'
import { setIssueState } from '../../lab/queries.ts'
import { codeOf } from '../../lib/api.ts'
import { useTyped } from '../../lib/drafts.ts'
import { TextForm } from '../../ui/forms/TextForm.tsx'
import { useTestResultMessages } from './messages.ts'

/** Resolves a known issue, or reopens it. */
export function IssueStateForm({ bulletin, issue }: { bulletin: string; issue: KnownIssue }) {
  const { id } = issue
  const t = useTestResultMessages()
  const common = useCommon()
  const client = useQueryClient()
  const [next, other] = !isOpenIssue(issue) ? (['reopened', 'resolved'] as const) : (['resolved', 'reopened'] as const)
  const nameOf = (state: IssueResolution['state']) => `issue ${bulletin} ${id} ${state}`
  // A reason to resolve the issue is not a reason to reopen it: a draft keeps its own form.
  const [forOther] = useTyped(nameOf(other))
  const state = forOther === '' ? next : other
  return (
    <TextForm
      key={state}
      name={nameOf(state)}
      bulletin={bulletin}
      title={t.issueState[state]}
      label={t.issueStateWhy[state]}
      maxLength={limits.resolutionReason.maxLength}
      actions={{ [state]: t.issueState[state] }}
      onSend={(why) => setIssueState(client, bulletin, id, { state, why })}
      refusal={(error) => (codeOf(error) === 'conflict' ? t.issueStateChanged : common.problem[codeOf(error)])}
    />
  )
}
