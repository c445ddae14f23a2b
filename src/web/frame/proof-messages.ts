/** Asking again who it is, before people, tokens or channels change. */
import { messagesHook } from '../i18n/language.tsx'
import { plural } from '../i18n/format.ts'

const ja = {
  title: '本人の確認',
  byPassword: (minutes: number) =>
    `メンバー・トークン・送り先を変更する前に、パスワードをもう一度入力してください。確認は ${minutes} 分間有効です。`,
  byProvider: (minutes: number) =>
    `メンバー・トークン・送り先を変更する前に、組織のアカウントでもう一度サインインしてください (別のタブで開きます)。確認は ${minutes} 分間有効です。`,
  password: 'パスワード',
  confirm: '確認して続ける',
  provider: '組織のアカウントで確認',
  goOn: '続ける',
  wrong: 'パスワードが違います。',
  wait: (minutes: number) => `試した回数が多すぎます。約 ${minutes} 分後にもう一度お試しください。`,
  ended: 'サインインの有効期間が終わりました。',
  signInAgain: '別のタブでサインインする',
  afterwards: '入力した内容はそのまま残ります。サインインしたら、ここで続けてください。',
}

const en: typeof ja = {
  title: 'Confirm that it is you',
  byPassword: (minutes) =>
    `Before people, tokens or channels change, please enter your password again. That counts for ${plural(minutes, 'minute')}.`,
  byProvider: (minutes) =>
    `Before people, tokens or channels change, please sign in again with your organisation, in another tab. That counts for ${plural(minutes, 'minute')}.`,
  password: 'Password',
  confirm: 'Confirm and go on',
  provider: 'Confirm with your organisation',
  goOn: 'Go on',
  wrong: 'This is not your password.',
  wait: (minutes) => `Too many tries. Please try again in about ${minutes} min.`,
  ended: 'Your sign-in has ended.',
  signInAgain: 'Sign in in another tab',
  afterwards: 'What you have entered stays here. Once you are signed in, go on here.',
}

export const useProofMessages = messagesHook({ ja, en })
