/** The pages that links in mails lead to. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  confirm: {
    title: 'メールアドレスの確認',
    hint: 'このアドレスで HotFix Report の通知を受け取るには、ボタンを押してください。',
    act: 'このアドレスを確認する',
    done: (address: string) => `${address} を確認しました。これからは通知が届きます。`,
    unknown:
      'このリンクは使えません。期限が切れたか、アドレスが変更されています。「通知」のページから確認メールをもう一度送れます。',
    toNotices: '通知のページへ',
  },
  unsubscribe: {
    title: '通知の配信停止',
    hint: 'この通知だけが止まります。ほかの通知はそのまま届きます。',
    act: 'この通知を止める',
    done: (name: string) => `「${name}」を止めました。もう届きません。`,
    unknown: 'このリンクは使えません。通知がすでに削除されています。',
    toNotices: '通知のページへ',
  },
}

const en: typeof ja = {
  confirm: {
    title: 'Confirm a mail address',
    hint: 'Press the button to have notices of HotFix Report sent to this address.',
    act: 'Confirm this address',
    done: (address) => `${address} is confirmed: notices are sent there from now on.`,
    unknown:
      'This link does not work: it is too old, or the address was changed. Another one can be sent from the page “Notices”.',
    toNotices: 'To the notices',
  },
  unsubscribe: {
    title: 'Unsubscribe',
    hint: 'Only this subscription ends. All others go on.',
    act: 'Unsubscribe',
    done: (name) => `“${name}” has ended: nothing more is sent.`,
    unknown: 'This link does not work: the subscription was deleted.',
    toNotices: 'To the notices',
  },
}

export const useLinkMessages = messagesHook({ ja, en })
