import type { Hold } from '../../contract/holds.ts'
import { shortDay } from '../i18n/days.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useToday } from '../lib/clock.tsx'
import { useHoldMarkMessages } from './mark-messages.ts'

/** Names platforms by their ids. */
export type NamePlatforms = (platforms: readonly string[]) => string

const asTheyAre: NamePlatforms = (platforms) => platforms.join(', ')

/** Holds in words. `names`: how platforms are called, where a page has that. */
export function useHoldWords(names: NamePlatforms = asTheyAre) {
  const t = useHoldMarkMessages()
  const language = useLanguage()
  const today = useToday()
  const day = (on: string) => shortDay(on, today, language)

  /** The machines that a hold is on: `Windows Server 2019 · role domain-controller`. */
  function machines({ platforms, roles }: Pick<Hold, 'platforms' | 'roles'>): string {
    const parts = [
      ...(platforms.length > 0 ? [names(platforms)] : []),
      ...(roles.length > 0 ? [t.roles(roles.join(t.and))] : []),
    ]
    return parts.length > 0 ? parts.join(dot(language)) : t.everyMachine
  }
  return {
    day,
    machines,
    /** A hold in a line: until when, on what, and why. */
    sentence: (hold: Hold) => [t.until(day(hold.until)), machines(hold), hold.reason].join(dot(language)),
  }
}
