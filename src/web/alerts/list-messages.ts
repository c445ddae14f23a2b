/** What is said around the list of alerts: its order, views, scope and selection. Loaded behind the first view. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  sort: '並べ替え',
  reversed: (order: string) => `${order}（逆）`,
  selected: (n: number) => `${n} 件を選択中`,
  selectedAll: (n: number) => `該当する ${n} 件すべてを選択中`,
  unselect: '選択を解除',
  changed: (n: number) => `前回の確認後に ${n} 件の変更`,
  markSeen: 'すべて確認済みにする',
  wholePage: (id: string) => `${id} のページを開く`,
  scope: { label: '対象の範囲', all: 'すべて', affected: '自社に関わる', 'not-affected': '自社に関わらない' },
  noFleet: '台数を登録すると、自社に関わるアラートだけに絞れます。',
  enterFleet: '台数を登録する',
  notOurs: (n: number) => `自社の機械に関わらない未完了のアラート ${n} 件`,
  setNotApplicable: 'すべて「対象外」にする',
  view: '表示',
  views: { cards: 'カード', table: '表', split: '並べて読む' },
  selectAll: (n: number) => `該当する ${n} 件すべてを選択`,
  setTriage: '対応状況を変更',
  failing: (n: number) => `取得に失敗している取り込み元 ${n}`,
}

const en: typeof ja = {
  sort: 'Sort by',
  reversed: (order) => `${order}, reversed`,
  selected: (n) => `${n} selected`,
  selectedAll: (n) => `All ${n} matching selected`,
  unselect: 'Unselect all',
  changed: (n) => `${n} changed since your last visit`,
  markSeen: 'Mark all as seen',
  wholePage: (id) => `Open the page of ${id}`,
  scope: { label: 'Whose alerts', all: 'All', affected: 'Ours', 'not-affected': 'Not ours' },
  noFleet: 'Enter your fleet, and the list can be narrowed to what affects it.',
  enterFleet: 'Enter your fleet',
  notOurs: (n) => `${plural(n, 'open alert affects', 'open alerts affect')} none of our machines`,
  setNotApplicable: 'Set all “not applicable”',
  view: 'View',
  views: { cards: 'Cards', table: 'Table', split: 'Split' },
  selectAll: (n) => `Select all ${n} matching`,
  setTriage: 'Set triage',
  failing: (n) => plural(n, 'source fails', 'sources fail'),
}

export const useListMessages = messagesHook({ ja, en })
