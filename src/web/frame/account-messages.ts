/** Who is using the page: the button on top, on every page. */
import type { Role, SignIn } from '../../contract/access.ts'
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  signIn: 'サインイン',
  signOut: 'サインアウト',
  account: (name: string) => `アカウント: ${name}`,
  anyone: 'サインインしていません',
  unsigned: 'サインインなし',
  how: {
    'single-user': 'この端末だけで使用しています。サインインは不要で、すべての操作ができます。',
    accounts: 'このサーバのアカウント',
    openid: '組織のアカウント',
  } satisfies Record<SignIn, string>,
  role: '権限',
  roles: { viewer: '閲覧', analyst: '対応', editor: '編集', admin: '管理' } satisfies Record<Role, string>,
  myWork: '自分の担当',
  board: '掲示板',
  policy: '期限のポリシー',
  people: 'メンバーとトークン',
  ownPassword: 'パスワードを変更',
  ownAccount: 'アカウント',
  feeds: 'フィードとカレンダー',
}

const en: typeof ja = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: (name) => `Account: ${name}`,
  anyone: 'Not signed in',
  unsigned: 'No sign-in',
  how: {
    'single-user': 'Used on this machine only: nobody signs in, and everything is allowed.',
    accounts: 'An account on this server',
    openid: 'An account of your organisation',
  },
  role: 'Role',
  roles: { viewer: 'Viewer', analyst: 'Analyst', editor: 'Editor', admin: 'Admin' },
  myWork: 'My work',
  board: 'Board',
  policy: 'Due day policy',
  people: 'People and tokens',
  ownPassword: 'Change your password',
  ownAccount: 'Your account',
  feeds: 'Feeds and calendars',
}

export const useAccountMessages = messagesHook({ ja, en })
