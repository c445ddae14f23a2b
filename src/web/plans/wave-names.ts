import { waveNameBy, waveWords } from '../../words/wave-names.ts'
import { messagesHook } from '../i18n/language.tsx'

const useNames = messagesHook(waveWords)

/** Names waves in the language of the page: by the name that a person has given, else by what the key means. */
export function useWaveName(): (wave: { key: string; name: string }) => string {
  const words = useNames()
  return (wave) => waveNameBy(words, wave)
}
