import holidayJp from '@holiday-jp/holiday_jp'
import type { Text } from '../../contract/text.ts'

/** A national holiday of Japan: the calendar day, and what it is called. */
export type Holiday = { day: string; name: Text }

/** The national holidays of Japan between two calendar days, both included. */
export function japaneseHolidays(from: string, to: string): Holiday[] {
  return Object.values(holidayJp.holidays)
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, name, name_en: english }) => ({ day: date, name: { ja: name, en: english } }))
}
