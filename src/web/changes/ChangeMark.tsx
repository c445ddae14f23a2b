import type { Exploit } from '../../contract/words.ts'
import { isEscalation } from '../../domain/changes/loud.ts'
import type { LastChange } from '../../domain/changes/last-changes.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useToday } from '../lib/clock.tsx'
import { useChangeMessages } from '../versions/change-messages.ts'
import { ageText } from './age.ts'
import styles from './ChangeMark.module.css'

type Props = { change: LastChange; exploit: Exploit }

/** What has changed of a bulletin in a word or two, and how long ago. */
export function ChangeMark({ change: { kind, at }, exploit }: Props) {
  const t = useChangeMessages()
  const words = useWords()
  const language = useLanguage()
  const isExploited = kind === 'exploit-up' && exploit === 'exploited'
  return (
    <span className={styles['change-mark']} data-escalation={isEscalation({ kind }) || undefined}>
      <i aria-hidden />
      {isExploited ? words.exploit.exploited : t.kind[kind]}
      <time dateTime={at}>{ageText(at, useToday(), language)}</time>
    </span>
  )
}
