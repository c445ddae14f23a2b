import { useLanguage, type Language } from './language.tsx'

/**
 * Messages that a reader loads in one language only: a hook that gives them in the language of the page, and what adds
 * those of a language once they are loaded. The first view waits for them; a page that loads lazily has `messagesHook`.
 */
export function loadedMessages<T>(): readonly [useMessages: () => T, add: (language: Language, messages: T) => void] {
  const loaded = new Map<Language, T>()
  const useMessages = () => {
    // Where the chosen language could not be loaded, the other one is there.
    const messages = loaded.get(useLanguage()) ?? loaded.values().next().value
    if (messages === undefined) throw new Error('The messages of the first view are not loaded.')
    return messages
  }
  return [useMessages, (language, messages) => void loaded.set(language, messages)]
}
