/** Maintenance windows and freezes in words. */
import type { Freeze, MaintenanceWindow } from '../../domain/rollout/windows.ts'
import { formatDay, formatList } from './format.ts'
import type { Language } from './language.tsx'
import { weekdayName } from './moments.ts'

const everyDay = { ja: '毎日', en: 'Every day' }

const afterPatchTuesday = {
  ja: (days: number) => (days === 0 ? 'Patch Tuesday 当日' : `Patch Tuesday の ${days} 日後`),
  en: (days: number) => (days === 0 ? 'Patch Tuesday' : `${days} ${days === 1 ? 'day' : 'days'} after Patch Tuesday`),
}

const atMinute = (moment: string, language: Language) =>
  `${formatDay(moment.slice(0, 10), language)} ${moment.slice(11)}`

/** `火・木 22:00 – 05:00`. */
export function windowPhrase(window: MaintenanceWindow, language: Language): string {
  if (window.kind === 'once') return `${atMinute(window.from, language)} – ${atMinute(window.to, language)}`
  const clock = `${window.from} – ${window.to}`
  if (window.kind === 'patch-tuesday') return `${afterPatchTuesday[language](window.days)} ${clock}`
  const days = window.weekdays.toSorted((a, b) => a - b).map((day) => weekdayName(day, language))
  return `${days.length === 7 ? everyDay[language] : formatList(days, language)} ${clock}`
}

/** `2005/04/29 – 2005/05/05`; one day alone as itself. */
export const freezePhrase = ({ from, to }: Freeze, language: Language): string =>
  from === to ? formatDay(from, language) : `${formatDay(from, language)} – ${formatDay(to, language)}`
