import { shortDay } from '../i18n/days.ts'
import { messagesHook, useLanguage } from '../i18n/language.tsx'
import { useDayIn, useZone } from '../lib/clock.tsx'

const useTodayName = messagesHook({ ja: { today: '今日' }, en: { today: 'today' } })

/** Writes moments by the clock of a zone, by that of this device where none is given, without the year where it is this one: `6/20 14:02`, `今日 08:00`. */
export function useMoment(zone?: string): (moment: string) => string {
  const language = useLanguage()
  const { today: name } = useTodayName()
  const ours = useZone()
  const timeZone = zone ?? ours
  const today = useDayIn(timeZone)
  return (moment) => {
    const [day = '', time = ''] = new Date(moment).toLocaleString('sv-SE', { timeZone }).split(' ')
    return `${day === today ? name : shortDay(day, today, language)} ${time.slice(0, 5)}`
  }
}
