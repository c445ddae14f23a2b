/** What concerns a person, in words. */
import type { ConcernReason } from '../../contract/board.ts'
import { messagesHook } from '../i18n/language.tsx'

type Said = Record<ConcernReason, (who: string) => string>

const ja = {
  title: 'お知らせ',
  nothing: '知らせることはありません。',
  isNew: '未読',
  why: {
    assigned: (who) => `${who} が担当に割り当てました`,
    mentioned: (who) => `${who} があなたに呼びかけました`,
    replied: (who) => `${who} が返信しました`,
    triaged: (who) => `${who} が担当分の対応状況を変えました`,
    watched: (who) => (who === '' ? 'ウォッチ中:' : `ウォッチ中: ${who}`),
    overdue: () => '期限超過',
    'due-soon': () => '期限間近',
    'gate-waiting': () => '自分の計画でゲートが閉じたままです',
    'password-set': (who) => `${who} があなたのパスワードを設定しました`,
    'channel-stopped': () => '送り先への送信が止まりました',
  } satisfies Said,
  due: {
    overdue: (day: string) => `期限超過: ${day}`,
    'due-soon': (day: string) => `期限間近: ${day}`,
  },
  changed: '変更',
  kinds: {
    commented: 'コメント',
    'field-reported': '現場の報告',
    decided: '適用判断',
    tested: '適用テスト',
    triaged: '対応状況',
    held: '保留命令',
    'hold-ended': '保留命令の終了',
  } as Readonly<Record<string, string>>,
}

const en: typeof ja = {
  title: 'What concerns you',
  nothing: 'Nothing.',
  isNew: 'Unread:',
  why: {
    assigned: (who) => `${who} assigned it to you`,
    mentioned: (who) => `${who} mentioned you`,
    replied: (who) => `${who} replied to you`,
    triaged: (who) => `${who} changed the state of what is yours`,
    watched: (who) => (who === '' ? 'Watched:' : `Watched, ${who}:`),
    overdue: () => 'Overdue',
    'due-soon': () => 'Due soon',
    'gate-waiting': () => 'A gate of your plan is still closed',
    'password-set': (who) => `${who} set your password`,
    'channel-stopped': () => 'Nothing is sent to a channel of yours any more',
  },
  due: {
    overdue: (day) => `Overdue since ${day}`,
    'due-soon': (day) => `Due soon: ${day}`,
  },
  changed: 'changes',
  kinds: {
    commented: 'comments',
    'field-reported': 'field reports',
    decided: 'a decision',
    tested: 'lab tests',
    triaged: 'triage',
    held: 'a hold',
    'hold-ended': 'a hold that ended',
  },
}

export const useConcernMessages = messagesHook({ ja, en })
