/** Test results and known issues of a bulletin. */
import type { IssueResolution } from '../../../contract/lab.ts'
import { messagesHook } from '../../i18n/language.tsx'

type IssueStates = Record<IssueResolution['state'], string>

const ja = {
  symptom: '症状',
  foundBy: (who: string, on: string | null) => (on === null ? who : `${who}、${on}`),
  workaround: '回避策',
  resolved: '解決済み',
  resolvedBy: (who: string, when: string) => `${who}、${when}`,
  issueState: { resolved: '解決済みにする', reopened: '未解決に戻す' } satisfies IssueStates,
  issueStateWhy: { resolved: '解決した経緯', reopened: '未解決に戻す理由' } satisfies IssueStates,
  issueStateChanged: 'ほかの人が先に変更しました。内容は更新されました。',
  edition: 'OS エディション',
  outcome: '結果',
  testedBy: '実施',
}

const en: typeof ja = {
  symptom: 'Symptom',
  foundBy: (who, on) => (on === null ? `by ${who}` : `by ${who}, ${on}`),
  workaround: 'Workaround',
  resolved: 'Resolved',
  resolvedBy: (who, when) => `${who}, ${when}`,
  issueState: { resolved: 'Mark as resolved', reopened: 'Open it again' },
  issueStateWhy: { resolved: 'How it was resolved', reopened: 'Why it is open again' },
  issueStateChanged: 'Another person was quicker. What they did is shown now.',
  edition: 'OS edition',
  outcome: 'Outcome',
  testedBy: 'Tested by',
}

export const useTestResultMessages = messagesHook({ ja, en })
