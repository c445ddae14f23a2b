import type { RecordFacts } from '../../../contract/record.ts'
import { outcomes } from '../../../contract/vocabulary.ts'
import { dot, formatDay, formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { useBulletinRecordMessages } from './messages.ts'
import styles from './RecordEntries.module.css'

/** What was on file when a person set a state, moved a day or signed. */
export function RecordFactsLine({ facts }: { facts: RecordFacts }) {
  const t = useBulletinRecordMessages()
  const words = useWords()
  const language = useLanguage()
  const {
    version,
    revision,
    severity,
    urgency,
    exploit,
    knownIssues,
    unreadIssues,
    tests,
    applied,
    checked,
    extendedUntil,
  } = facts
  const tested = outcomes.flatMap((outcome) => {
    const count = tests[outcome]
    return count === undefined ? [] : [t.outcome(words.outcome[outcome], count)]
  })
  const told = [
    t.version(version, revision),
    t.severity(words.severity[severity ?? 'unrated']),
    t.urgency(words.urgency[urgency]),
    t.exploit(words.exploit[exploit]),
    // That there is none is said only where all was read.
    ...(knownIssues > 0 || unreadIssues === 0 ? [t.knownIssues(knownIssues)] : []),
    ...(unreadIssues > 0 ? [t.unreadIssues(unreadIssues)] : []),
    tested.length === 0 ? t.untested : t.tests(formatList(tested, language)),
    checked === 0 ? t.unchecked : t.covered(applied, checked),
    ...(extendedUntil === null ? [] : [t.extendedUntil(formatDay(extendedUntil, language))]),
  ]
  return (
    <p className={styles['facts']}>
      <b>{t.facts}:</b> {told.join(dot(language))}
    </p>
  )
}
