import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { device } from '../lib/device.ts'
import { beginsWith } from '../lib/first-view.ts'

export type Language = 'ja' | 'en'

const storageKey = 'hotfix-report.language'

const remembered = (text: string | null): Language | null => (text === 'ja' || text === 'en' ? text : null)

/** The remembered language; on a first visit the browser's, English for all that is not Japanese. A first view has its own. */
export function firstLanguage(): Language {
  const begun = beginsWith()?.language ?? device.read(storageKey, remembered)
  return begun ?? (navigator.language.startsWith('ja') ? 'ja' : 'en')
}

const LanguageContext = createContext<Language>('ja')
const LanguageChoiceContext = createContext<readonly [Language, (language: Language) => void]>(['ja', () => {}])

/** The language of the page. */
export const useLanguage = () => use(LanguageContext)

/** The language that was chosen, whose words may still be on their way, and how to choose another. */
export const useLanguageChoice = () => use(LanguageChoiceContext)

/** A hook that gives the messages of a part of the product in the language of the page; they are loaded with that part. */
export const messagesHook =
  <T,>(messages: Record<Language, T>) =>
  (): T =>
    messages[useLanguage()]

/** `first` is shown at first. `load` brings what a language needs before it is shown; null where that is there. */
export function LanguageProvider({
  first,
  load,
  children,
}: {
  first: Language
  load: (language: Language) => Promise<unknown> | null
  children: ReactNode
}) {
  const [language, setLanguage] = useState(first)
  const [chosen, setChosen] = useState(language)
  // The root element is outside React; screen readers take the voice from it.
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(() => {
    const choose = (next: Language) => {
      device.keep(storageKey, next)
      setChosen(next)
      const loading = load(next)
      const show = () => setLanguage(next)
      // What cannot be loaded now is there after the next reload.
      if (loading === null) show()
      else void loading.then(show, reportError)
    }
    return [chosen, choose] as const
  }, [chosen, load])
  return (
    <LanguageContext value={language}>
      <LanguageChoiceContext value={choice}>{children}</LanguageChoiceContext>
    </LanguageContext>
  )
}
