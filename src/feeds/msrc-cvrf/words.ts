/** Microsoft's words, in ours. */
import type { Text } from '../../contract/text.ts'
import type { Impact, Rating, Restart } from '../../contract/words.ts'

const ratings: Record<string, Rating> = { Critical: 1, Important: 2, Moderate: 3, Low: 4 }

/** A severity as printed; blank and unknown ones are unrated. */
export const ratingOf = (severity: string): Rating => ratings[severity] ?? 'unrated'

const impacts: Record<string, Impact> = {
  'Remote Code Execution': 'remote-code-execution',
  'Elevation of Privilege': 'elevation-of-privilege',
  'Security Feature Bypass': 'security-feature-bypass',
  'Information Disclosure': 'information-disclosure',
  Tampering: 'tampering',
  Spoofing: 'spoofing',
  'Denial of Service': 'denial-of-service',
}

/** An impact as printed; null for "Defense in Depth" and the like, which name none. */
export const impactOf = (impact: string): Impact | null => impacts[impact] ?? null

const restarts: Record<string, Restart> = { Yes: 'required', Maybe: 'maybe', No: 'not-required' }

export const restartWord = (restart: string): Restart => restarts[restart] ?? 'unknown'

const kinds: Record<string, Text> = {
  'Security Update': { ja: 'セキュリティ更新プログラム', en: 'Security Update' },
  'Monthly Rollup': { ja: 'マンスリー ロールアップ', en: 'Monthly Rollup' },
  'Security Only': { ja: 'セキュリティのみの更新プログラム', en: 'Security Only Update' },
  'IE Cumulative': { ja: 'Internet Explorer の累積的な更新プログラム', en: 'Internet Explorer Cumulative Update' },
  'Security Hotpatch Update': { ja: 'セキュリティ ホットパッチ', en: 'Security Hotpatch' },
  'Azure Hotpatch': { ja: 'Azure ホットパッチ', en: 'Azure Hotpatch' },
}

/** Both spellings of a kind of fix: `SecurityHotpatchUpdate` is `Security Hotpatch Update`. */
export const fixKind = (subType: string): string =>
  subType === 'CBL-Mariner' ? subType : subType.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').trim()

/** What a kind of fix is called; one without a name of its own is called as Microsoft does. */
export const kindName = (kind: string): Text => kinds[kind] ?? { ja: kind, en: kind }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2025-Jun` for a reader; null for an id that names no month. */
export function monthOfId(id: string): Text | null {
  const [, year, name = ''] = /^(\d{4})-([A-Z][a-z]{2})$/.exec(id) ?? []
  const month = months.indexOf(name)
  if (year === undefined || month < 0) return null
  const english = new Date(Date.UTC(2000, month)).toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' })
  return { ja: `${year}年${month + 1}月`, en: `${english} ${year}` }
}
