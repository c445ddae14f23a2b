import type { Overview } from '../../contract/overview.ts'
import { formatMoment } from './format.ts'
import { messagesHook, useLanguage } from './language.tsx'
import { useZone } from '../lib/clock.tsx'

const ja = {
  never: 'まだ何も取り込んでいません',
  readAt: (when: string) => `最終取り込み ${when}`,
  off: (n: number) => `停止中の取り込み元 ${n}`,
}

const en: typeof ja = {
  never: 'Nothing has been imported yet',
  readAt: (when) => `Last import ${when}`,
  off: (n) => `${n} ${n === 1 ? 'source' : 'sources'} off`,
}

const useDataAgeMessages = messagesHook({ ja, en })

/** How old the data is in words. `off`: how many sources are switched off; null where none is. */
export function useDataAge({ readAt, off }: Pick<Overview['data'], 'readAt' | 'off'>): {
  read: string
  off: string | null
} {
  const t = useDataAgeMessages()
  const language = useLanguage()
  const zone = useZone()
  return {
    read: readAt === null ? t.never : t.readAt(formatMoment(readAt, language, zone)),
    off: off > 0 ? t.off(off) : null,
  }
}
