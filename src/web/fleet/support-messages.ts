/** Until when a platform is supported. */
import type { SupportEdition } from '../../contract/lifecycle.ts'
import { messagesHook } from '../i18n/language.tsx'

type Editions = Record<SupportEdition, string>

const ja = {
  support: 'サポート',
  until: (day: string) => `${day} まで`,
  between: (first: string, last: string) => `${first}～${last} (エディションによる)`,
  open: '終了日は未発表',
  partly: (last: string | null) => (last === null ? '一部のエディションのみ' : `一部のエディションのみ、${last} まで`),
  esu: (day: string) => `有償 (ESU) のみ、${day} まで`,
  ended: (day: string | null) => (day === null ? '終了' : `${day} に終了`),
  unknown: '不明',
  paid: (day: string) => `有償 (ESU) ${day} まで`,
  source: (title: string, day: string) => `${title} (endoflife.date、${day} 現在)`,
  editions: {
    'home-pro': 'Home・Pro',
    enterprise: 'Enterprise・Education',
    ltsc: 'LTSC',
    iot: 'IoT',
    'iot-ltsc': 'IoT LTSC',
  } satisfies Editions,
  edition: 'エディション',
  sourceHead: '出典',
  none: '対象のプラットフォームのサポート期間は登録されていません。',
  ours: '自社のプラットフォーム',
  all: '対象のプラットフォーム',
  more: (n: number) => `ほか ${n} 件を表示`,
}

const en: typeof ja = {
  support: 'Support',
  until: (day) => `until ${day}`,
  between: (first, last) => `${first} to ${last}, by edition`,
  open: 'no end announced',
  partly: (last) => (last === null ? 'some editions only' : `some editions only, until ${last}`),
  esu: (day) => `paid (ESU) only, until ${day}`,
  ended: (day) => (day === null ? 'ended' : `ended ${day}`),
  unknown: 'not known',
  paid: (day) => `paid (ESU) until ${day}`,
  source: (title, day) => `${title} (endoflife.date, as of ${day})`,
  editions: {
    'home-pro': 'Home, Pro',
    enterprise: 'Enterprise, Education',
    ltsc: 'LTSC',
    iot: 'IoT',
    'iot-ltsc': 'IoT LTSC',
  },
  edition: 'Edition',
  sourceHead: 'Source',
  none: 'No end of support is known of the platforms concerned.',
  ours: 'Our platforms',
  all: 'Platforms concerned',
  more: (n) => `Show ${n} more`,
}

export const useSupportMessages = messagesHook({ ja, en })
