/** Coming in, and who may do what: for the pages that are about that. */
import type { Role } from '../contract/access.ts'
import { messagesHook } from './language.tsx'

type RefusedWords = Record<'unavailable' | 'refused' | 'no-role', string>

const ja = {
  name: '名前',
  password: 'パスワード',
  provider: '組織のアカウントでサインイン',
  wrong: '名前とパスワードが一致しません。',
  refused: {
    unavailable: '認証サーバが応答しません。しばらくしてからもう一度お試しください。',
    refused: 'サインインを完了できませんでした。もう一度お試しください。',
    'no-role': 'このアカウントには権限が割り当てられていません。管理者に連絡してください。',
  } satisfies RefusedWords,
  roleHints: {
    viewer: '見るだけ',
    analyst: '対応状況、適用テスト、適用実績、台数',
    editor: '対応に加え、取り込みとアラート',
    admin: 'すべて。メンバーとトークンを含む',
  } satisfies Record<Role, string>,
  /** Of whom the provider gives no role any more. */
  noRole: '権限なし',
  own: {
    note: 'ほかの端末ではサインアウトします。',
    current: 'いまのパスワード',
    show: 'パスワードを表示',
    save: '変更',
    wrong: 'いまのパスワードが違います。',
    done: 'パスワードを変更しました。ほかの端末ではサインアウトしました。',
    nothing: 'ここにはパスワードがありません。',
  },
  people: {
    title: 'メンバー',
    note: 'だれが何をしてよいか',
    alone:
      'いまはサインインなしで使っています。ここで「管理」のメンバーを追加すると、次の起動からサインインが必要になります。',
    elsewhere: '権限は組織の認証サーバが決めます。',
    lastSignIn: '最後のサインイン',
    never: 'なし',
    add: 'メンバーを追加',
    save: '保存',
    cancel: '取り消し',
    newPassword: '新しいパスワード',
    setPassword: 'パスワードを変更',
    remove: '削除',
    removeSure: (name: string) =>
      `${name} を削除しますか？ 作成したトークンも失効します。記録は残り、同じ名前は使えなくなります。`,
    passwordHint: '12 文字以上',
    none: 'まだだれもいません。',
    failed: '保存できませんでした。',
    /** By the field that was refused. */
    refused: {
      name: 'この名前は使えません。すでにだれかの名前か、以前のメンバーの名前か、使えない文字 (記号や見えない文字など) を含んでいます。',
      password:
        'パスワードは 12 文字以上で、推測されにくいものにしてください (名前やよくある言葉、並び順の文字だけのものは使えません)。',
      role: '「管理」のメンバーがいなくなります。先にほかの人を「管理」にしてください。',
      title: '用途に使えない文字があります。',
    },
  },
  tokens: {
    title: 'API トークン',
    note: 'Authorization: Bearer …。作成者の権限を超えることはありません。',
    purpose: '用途',
    expires: '期限',
    lastUsed: '最後の使用',
    madeBy: '作成者',
    days: (n: number) => `${n} 日`,
    add: 'トークンを作成',
    once: 'このトークンは今だけ表示されます。控えてから閉じてください。',
    copy: 'コピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした',
    revoke: '失効',
    none: 'トークンはありません。',
    validity: '有効期間',
  },
}

const en: typeof ja = {
  name: 'Name',
  password: 'Password',
  provider: 'Sign in with your organisation',
  wrong: 'Name and password do not match.',
  refused: {
    unavailable: 'The sign-in server does not answer. Please try again in a moment.',
    refused: 'The sign-in could not be completed. Please try again.',
    'no-role': 'This account has no role here. Ask an administrator.',
  },
  roleHints: {
    viewer: 'Looks only',
    analyst: 'Triage, lab results, rollouts, fleet',
    editor: 'And imports, sources and bulletins',
    admin: 'Everything, people and tokens too',
  },
  noRole: 'No role',
  own: {
    note: 'You are signed out everywhere else.',
    current: 'Current password',
    show: 'Show passwords',
    save: 'Change',
    wrong: 'This is not your current password.',
    done: 'Your password is changed. You are signed out everywhere else.',
    nothing: 'There is no password to change here.',
  },
  people: {
    title: 'People',
    note: 'Who may do what',
    alone:
      'Nobody signs in at the moment. Once you add an admin here, everybody has to sign in from the next start of the server on.',
    elsewhere: 'Roles come from your organisation’s sign-in server.',
    lastSignIn: 'Last sign-in',
    never: 'never',
    add: 'Add a person',
    save: 'Save',
    cancel: 'Cancel',
    newPassword: 'New password',
    setPassword: 'Change password',
    remove: 'Remove',
    removeSure: (name) =>
      `Remove ${name}? Tokens they made are revoked. What they did stays on record, and nobody else gets the name.`,
    passwordHint: 'At least 12 characters',
    none: 'Nobody yet.',
    failed: 'It could not be saved.',
    refused: {
      name: 'This name cannot be used: somebody has it, or had it before, or it has characters that cannot be used, such as symbols and invisible ones.',
      password:
        'The password needs at least 12 characters and must not be easy to guess: not only the name, common words or characters in a row.',
      role: 'There would be no admin left. Make somebody else an admin first.',
      title: 'The purpose has characters that cannot be used.',
    },
  },
  tokens: {
    title: 'API tokens',
    note: 'Authorization: Bearer … A token never does more than who made it may do.',
    purpose: 'Purpose',
    expires: 'Expires',
    lastUsed: 'Last used',
    madeBy: 'Made by',
    days: (n) => `${n} days`,
    add: 'Make a token',
    once: 'This token is shown only now. Keep it somewhere safe before you close this.',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    revoke: 'Revoke',
    none: 'No tokens.',
    validity: 'Valid for',
  },
}

export const useAccessMessages = messagesHook({ ja, en })
