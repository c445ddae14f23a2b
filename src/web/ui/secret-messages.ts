import { messagesHook } from '../i18n/language.tsx'

const ja = {
  copy: 'コピー',
  copied: 'コピーしました',
  failed: 'コピーできませんでした。選んでコピーしてください。',
}

const en: typeof ja = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'It could not be copied. Select and copy it.',
}

export const useSecretMessages = messagesHook({ ja, en })
