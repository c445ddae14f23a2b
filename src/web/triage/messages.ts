/** Setting states, and what is said of it afterwards. */
import type { TriageState } from '../../contract/triage.ts'
import { formatDay, plural } from '../i18n/format.ts'
import { messagesHook, useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'

const ja = {
  title: '対応状況',
  of: (id: string) => `${id} の対応状況`,
  ofMany: (n: number) => `${n} 件の対応状況`,
  status: '状況',
  assignee: '担当',
  assigneeHint: '空欄で担当なし',
  me: '自分',
  note: 'メモ',
  reason: '理由',
  reviewOn: '見直す日',
  mixed: 'それぞれ異なる値のまま',
  save: '保存',
  close: '閉じる',
  noMachines: '自社に対象の機械がない',
  reasonMissing: '理由を入力してください。',
  reviewMissing: '見直す日を入力してください。',
  reviewOver: '過ぎた日です。今日以降の日を選んでください。',
  saved: (what: string, status: string) => `${what} を「${status}」にしました`,
  savedMany: (n: number) => `${n} 件の対応状況を変更しました`,
  changed: (what: string) => `${what} の対応状況を変更しました`,
  undo: '元に戻す',
  undone: '元に戻しました',
  notSaved: (title: string) => `${title}を保存できませんでした。`,
  kept: (title: string) => `${title}: あなたの変更は保存されていません。`,
  more: (n: number) => `ほか ${n} 件`,
  again: 'もう一度',
  edit: '編集に戻る',
  conflict: {
    title: 'ほかの人が先に変更しました',
    hint: '保存されたのは相手の変更です。あなたの変更を保存すると、あなたが変えた項目だけが次のように変わります。',
    theirs: (who: string) => `現在（${who}）`,
    mine: 'あなたの変更後',
    both: '両方で変更',
    keep: '現在の値を残す',
    keepRest: (n: number) => `重なった分は残し、ほかの ${n} 件を保存`,
    overwrite: 'あなたの変更を重ねて保存',
  },
  none: 'なし',
  nobody: '未割り当て',
  setBy: (who: string, when: string) => `${when} ${who}`,
}

const en: typeof ja = {
  title: 'Triage',
  of: (id) => `Triage of ${id}`,
  ofMany: (n) => `Triage of ${plural(n, 'alert')}`,
  status: 'Status',
  assignee: 'Assignee',
  assigneeHint: 'Empty for nobody',
  me: 'Me',
  note: 'Note',
  reason: 'Reason',
  reviewOn: 'Review on',
  mixed: 'Different values stay as they are',
  save: 'Save',
  close: 'Close',
  noMachines: 'None of our machines is affected',
  reasonMissing: 'Please say why.',
  reviewMissing: 'Please say when to look at it again.',
  reviewOver: 'This day is over. Please choose today or later.',
  saved: (what, status) => `${what} is now “${status}”`,
  savedMany: (n) => `Triage of ${plural(n, 'alert')} changed`,
  changed: (what) => `Triage of ${what} changed`,
  undo: 'Undo',
  undone: 'Put back as it was',
  notSaved: (title) => `${title} could not be saved.`,
  kept: (title) => `${title}: your change is not saved.`,
  more: (n) => `and ${n} more`,
  again: 'Try again',
  edit: 'Back to editing',
  conflict: {
    title: 'Another person was quicker',
    hint: 'Their change is saved. If you save yours on top, only the fields that you have set will change.',
    theirs: (who) => `Now (${who})`,
    mine: 'With your change',
    both: 'changed by both',
    keep: 'Keep the current one',
    keepRest: (n) => `Keep these, save the other ${n}`,
    overwrite: 'Save yours on top',
  },
  none: 'none',
  nobody: 'nobody',
  setBy: (who, when) => `${who}, ${when}`,
}

export const useTriageMessages = messagesHook({ ja, en })
export type TriageMessages = ReturnType<typeof useTriageMessages>

/** A field of a state, in words. */
export function useTriageText(): (state: TriageState, field: keyof TriageState) => string {
  const t = useTriageMessages()
  const words = useWords()
  const language = useLanguage()
  return (state, field) => {
    if (field === 'status') return words.triage[state.status]
    const value = state[field]
    if (value === null || value === '') return t.none
    return field === 'reviewOn' ? formatDay(value, language) : value
  }
}
