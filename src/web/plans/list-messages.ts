/** What the list of kept plans says. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  title: '保存した計画',
  count: (n: number) => `${n} 件`,
  name: '名前',
  state: '状態',
  owner: '担当',
  done: '適用',
  finish: '完了',
  slip: '計画との差',
  none: '–',
  unknown: '見込みなし',
  asPlanned: '計画どおり',
  later: (length: string) => `${length}遅い`,
  earlier: (length: string) => `${length}早い`,
  gateStopped: 'ゲートで停止',
}

const en: typeof ja = {
  title: 'Kept plans',
  count: (n) => plural(n, 'plan'),
  name: 'Name',
  state: 'State',
  owner: 'Owner',
  done: 'Done',
  finish: 'Finish',
  slip: 'Against the plan',
  none: '–',
  unknown: 'not known',
  asPlanned: 'as planned',
  later: (length) => `${length} late`,
  earlier: (length) => `${length} early`,
  gateStopped: 'stopped at a gate',
}

export const usePlanListMessages = messagesHook({ ja, en })
