import type { Due } from '../../contract/due.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useDueMessages } from './messages.ts'

type RuleOfDay = Pick<Due, 'rule' | 'on' | 'first'>

/** A rule in words: short, as a card has room for, and as a sentence. */
export function useDueWords() {
  const t = useDueMessages()
  const words = useWords()
  const language = useLanguage()
  const whenNone = ({ rule }: RuleOfDay) => (rule.by === 'table' && rule.urgency === 'unrated' ? t.unrated : t.waits)
  return {
    /** Why there is no day. */
    whenNone,
    short({ rule }: RuleOfDay): string {
      if (rule.by === 'kev') return words.dueBasis.kev
      if (rule.by === 'bod-26-04') return `${words.dueBasis[rule.by]}: ${t.outcome[rule.outcome]}`
      const urgency = words.urgency[rule.urgency]
      return rule.days === null ? urgency : t.inDays(urgency, rule.days)
    },
    sentence(day: RuleOfDay): string {
      const { rule } = day
      const since = formatDay(day.first, language)
      if (rule.by === 'kev') return t.byKev(rule.cve)
      if (rule.by === 'bod-26-04') return t.byDirective(t.outcome[rule.outcome], rule.cve ?? t.withoutCve, since)
      const days = rule.days === null ? whenNone(day) : t.days(rule.days)
      return t.byTable(words.urgency[rule.urgency], t.environment[rule.environment], since, days)
    },
  }
}
