/** Releases on the pages: the choice of one, and the months of a publisher. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  scope: '定例',
  thisRelease: (name: string, isNewest: boolean, count: string) => `${isNewest ? 'この定例' : name} ${count} 件`,
  all: (count: string) => `定例を問わず ${count} 件`,
  months: '直近 24 か月',
  year: (year: string) => `${year}年`,
  month: (month: number) => String(month),
  parts: (month: string, total: number, parts: readonly string[]) => `${month}: ${total} 件（${parts.join('、')}）`,
  outOfBand: '定例外の修正あり',
  outOfBandNote: '定例外の修正もあった月',
  nothing: (month: string) => `${month}: 取り込んだ文書がありません`,
  part: (severity: string, n: number) => `${severity} ${n}`,
}

const monthNames = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

const en: typeof ja = {
  scope: 'Release',
  thisRelease: (name, isNewest, count) => `${isNewest ? 'This release' : name} ${count}`,
  all: (count) => `Any release ${count}`,
  months: 'The last 24 months',
  year: (year) => year,
  month: (month) => monthNames.format(new Date(Date.UTC(2000, month - 1, 1))).slice(0, 1),
  parts: (month, total, parts) => `${month}: ${total} ${total === 1 ? 'fix' : 'fixes'} (${parts.join(', ')})`,
  outOfBand: 'some out of band',
  outOfBandNote: 'Months with out-of-band fixes',
  nothing: (month) => `${month}: nothing imported`,
  part: (severity, n) => `${severity} ${n}`,
}

export const useReleaseMessages = messagesHook({ ja, en })
