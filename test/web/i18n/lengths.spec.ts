import { expect, it } from 'vitest'
import { formatMinutes } from '../../../src/web/i18n/format.ts'
import { formatLength, formatMark } from '../../../src/web/i18n/moments.ts'
import { formatHours } from '../../../src/web/reports/hours.ts'
import { shown } from '../../support/shown.ts'

const lengths = (language: 'ja' | 'en') => [
  formatMinutes(94, language),
  formatLength(535 * 1440, language),
  formatLength(1440 + 120, language),
  formatMark(150, language),
  formatHours(60, language),
]

it('a length has its words as each language writes them, and no place where a line could break', () => {
  expect(lengths('ja').map(shown)).toEqual(['1時間34分', '535 日', '1 日 2時間', '2.5時間', '2.5 日'])
  expect(lengths('en').map(shown)).toEqual(['1 h 34 min', '535 days', '1 day 2 h', '2.5 h', '2.5 days'])
  for (const length of [...lengths('ja'), ...lengths('en')]) expect(length).not.toContain(' ')
})
