import { useQuery } from '@tanstack/react-query'
import type { Hold, HoldList } from '../../contract/holds.ts'
import { shortDay } from '../i18n/days.ts'
import { dot, formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { shortLabel } from '../i18n/short-label.ts'
import { useHoldMarkMessages } from './mark-messages.ts'
import { holdsQuery, useHoldsDay } from './queries.ts'

const none: HoldList['labels'] = {}

/** Holds in words. `given`: how platforms are called, where they are others than those of the holds in force. */
export function useHoldWords(given?: HoldList['labels']) {
  const read = useQuery(holdsQuery()).data?.labels ?? none
  const labels = given ?? read
  const t = useHoldMarkMessages()
  const language = useLanguage()
  const today = useHoldsDay()
  const nameOf = (id: string) => {
    const label = labels[id]
    return label === undefined ? id : shortLabel({ label }, language)
  }
  const day = (on: string) => shortDay(on, today, language)

  /** The machines that a hold is on: `Windows Server 2019 · role domain-controller`. */
  function machines({ platforms, roles }: Pick<Hold, 'platforms' | 'roles'>): string {
    const parts = [
      ...(platforms.length > 0 ? [formatList(platforms.map(nameOf), language)] : []),
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
