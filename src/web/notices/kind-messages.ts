/** The kinds of change that can be subscribed to, by the group. */
import { messagesHook } from '../i18n/language.tsx'
import type { KindGroup } from './kinds.ts'

const ja = {
  all: 'すべての変更',
  kinds: '知らせる変更',
  one: '細かく選ぶ',
  groups: {
    new: '新着・取り下げ',
    exploited: '悪用・公開',
    pressing: '深刻度・緊急対応度',
    released: '再リリース・修正プログラム',
    issues: '既知の問題',
    facts: 'そのほかの内容',
    due: '期限',
    people: '担当・コメント',
    decisions: '適用テスト・判断・保留',
    plans: '適用計画',
  } satisfies Record<KindGroup, string>,
}

const en: typeof ja = {
  all: 'every change',
  kinds: 'Which changes',
  one: 'Choose single kinds',
  groups: {
    new: 'new or withdrawn',
    exploited: 'exploitation and disclosure',
    pressing: 'severity and urgency',
    released: 're-releases and packages',
    issues: 'known issues',
    facts: 'other contents',
    due: 'due days',
    people: 'assignment and comments',
    decisions: 'tests, decisions and holds',
    plans: 'rollout plans',
  },
}

export const useKindMessages = messagesHook({ ja, en })
