/** The registry values that a workaround sets. */
import { messagesHook } from '../../i18n/language.tsx'

const ja = {
  title: 'レジストリ値',
  key: 'キー',
  name: '名前',
  type: '種類',
  range: '設定できる範囲',
  value: '設定する値',
}

const en: typeof ja = {
  title: 'Registry values',
  key: 'Key',
  name: 'Name',
  type: 'Type',
  range: 'Allowed range',
  value: 'Value to set',
}

export const useRegistryMessages = messagesHook({ ja, en })
