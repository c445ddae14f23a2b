import type { ChangeKind } from '../contract/changes.ts'
import type { Words } from './words.ts'

/** In which words of the contract a kind of change says from what to what; of other kinds these are no such words. */
const wordsOf: Partial<Record<ChangeKind, 'exploit' | 'disclosure' | 'urgency' | 'impact' | 'restart' | 'uninstall'>> =
  {
    'exploit-up': 'exploit',
    'exploit-down': 'exploit',
    disclosure: 'disclosure',
    urgency: 'urgency',
    impact: 'impact',
    restart: 'restart',
    uninstall: 'uninstall',
  }

/** `from` or `to` of a change in words; what is no word of the contract is told as it is. Null where its kind has no words. */
export function changeCodeText(kind: ChangeKind, code: string, words: Words): string | null {
  const name = wordsOf[kind]
  if (name === undefined) return null
  const table: Readonly<Partial<Record<string, string>>> = words[name]
  return table[code] ?? code
}
