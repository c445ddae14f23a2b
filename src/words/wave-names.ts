/** How waves of plans are called that nobody has named. */
import type { readyWaveKeys } from '../contract/plans.ts'

type ReadyKey = (typeof readyWaveKeys)[number]

export type WaveWords = { ready: Record<ReadyKey, string>; wave: (number: string) => string }

const ja: WaveWords = {
  ready: {
    pilot: '先行',
    clients: 'クライアント',
    servers: 'サーバ',
    'domain-controllers': 'ドメイン コントローラー',
  },
  wave: (number) => `第${number}波`,
}

const en: WaveWords = {
  ready: { pilot: 'Pilot', clients: 'Clients', servers: 'Servers', 'domain-controllers': 'Domain controllers' },
  wave: (number) => `Wave ${number}`,
}

export const waveWords = { ja, en }

/** A wave by the name that a person has given, else by what its key means. */
export function waveNameBy(words: WaveWords, { key, name }: { key: string; name: string }): string {
  if (name !== '') return name
  const ready: Partial<Record<string, string>> = words.ready
  const number = /^wave-(\d+)$/.exec(key)?.[1]
  return ready[key] ?? (number === undefined ? key : words.wave(number))
}
