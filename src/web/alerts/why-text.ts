import type { Reason } from '../../domain/bulletin/why-first.ts'
import type { Words } from '../../words/words.ts'
import { formatDay, formatList, formatNumber } from '../i18n/format.ts'
import type { Language } from '../i18n/language.tsx'
import type { AlertsMessages } from './messages.ts'

/** A reason in a few words: "KEV", "EPSS 94 %". */
export function whyText(reason: Reason, t: AlertsMessages, words: Words, language: Language): string {
  switch (reason.code) {
    case 'exploited': {
      const by = reason.by.map((list) => words.exploitedBy[list])
      return by.length === 0 ? words.exploit.exploited : t.exploitedBy(formatList(by, language))
    }
    case 'proof-of-concept':
      return words.exploit['proof-of-concept']
    case 'epss':
      return `EPSS ${Math.floor(reason.probability * 100)} %`
    case 'cvss':
      return `CVSS ${reason.score.toFixed(1)}`
    case 'wormable':
    case 'no-privileges':
    case 'no-click':
      return words.reach[reason.code]
    case 'due':
      return reason.left < 0 ? t.overdue(-reason.left) : t.dueOn(formatDay(reason.on, language))
    case 'machines':
      return t.machines(formatNumber(reason.count))
    case 'ransomware':
    case 'public':
    case 'more-likely':
      return t.why[reason.code]
  }
}
