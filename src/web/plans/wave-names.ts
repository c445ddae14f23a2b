import type { readyWaveKeys } from '../../contract/plans.ts'
import { messagesHook } from '../i18n/language.tsx'

type ReadyKey = (typeof readyWaveKeys)[number]

type Words = { ready: Record<ReadyKey, string>; wave: (number: string) => string }

const ja: Words = {
  ready: {
    pilot: '先行',
    clients: 'クライアント',
    servers: 'サーバー',
    'domain-controllers': 'ドメイン コントローラー',
  },
  wave: (number) => `第${number}波`,
}

const en: Words = {
  ready: { pilot: 'Pilot', clients: 'Clients', servers: 'Servers', 'domain-controllers': 'Domain controllers' },
  wave: (number) => `Wave ${number}`,
}

const useNames = messagesHook({ ja, en })

/** A wave as it is named, or by its key. */
type Named = { key: string; name: string }

function nameBy(words: Words, { key, name }: Named): string {
  if (name !== '') return name
  const ready: Partial<Record<string, string>> = words.ready
  const number = /^wave-(\d+)$/.exec(key)?.[1]
  return ready[key] ?? (number === undefined ? key : words.wave(number))
}

/** Names waves in the language of the page: by the name that a person has given, else by what the key means. */
export function useWaveName(): (wave: Named) => string {
  const words = useNames()
  return (wave) => nameBy(words, wave)
}
