import { useRef, type KeyboardEvent } from 'react'
import { useNavigate, Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Overview } from '../../contract/overview.ts'
import type { SeverityCounts } from '../../contract/releases.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { monthName } from '../../words/releases.ts'
import { useReleaseMessages } from './messages.ts'
import styles from './MonthStrip.module.css'

type Month = Overview['months'][number]
type Level = keyof SeverityCounts

/** The parts of a bar from the bottom up; low severities are few, and together. */
const levels = [1, 2, 3, 4, 'unrated'] as const satisfies Level[]

const totalOf = (counts: SeverityCounts) => levels.reduce((sum, level) => sum + counts[level], 0)

type Props = {
  /** Oldest first. */
  months: readonly Month[]
  /** The key of the release that is shown. */
  chosen: string
}

/** How many fixes each month had, by severity. A month leads to its overview; arrow keys go to the one before or after. */
export function MonthStrip({ months, chosen }: Props) {
  const t = useReleaseMessages()
  const words = useWords()
  const navigate = useNavigate()
  const list = useRef<HTMLOListElement>(null)
  const most = Math.max(1, ...months.map(({ severities }) => (severities === null ? 0 : totalOf(severities))))
  const known = months.flatMap(({ key }) => (key === null ? [] : [key]))
  const counts = months.find(({ key }) => key === chosen)?.severities
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const next = by === undefined ? undefined : known[known.indexOf(chosen) + by]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void navigate({ to: '/', search: { release: next }, resetScroll: false }).then(() =>
      list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(),
    )
  }
  return (
    <div className={clsx('on-screen', styles['month-strip'])}>
      <div className={styles['months']}>
        <ol ref={list} aria-label={t.months}>
          {months.map((month, at) => (
            // A first December has no room for its year beside the next one.
            <li
              key={month.month}
              data-year={
                month.month.endsWith('-01') || (at === 0 && !month.month.endsWith('-12'))
                  ? t.year(month.month.slice(0, 4))
                  : null
              }
            >
              <MonthBar month={month} most={most} isChosen={month.key === chosen} onKeyDown={onKeyDown} />
            </li>
          ))}
        </ol>
      </div>
      {counts !== undefined && counts !== null && (
        <ul className={styles['parts']} aria-hidden>
          {levels
            .filter((level) => counts[level] > 0)
            .toReversed()
            .map((level) => (
              <li key={level} data-severity={level === 'unrated' ? 'none' : level}>
                {t.part(words.severity[level], counts[level])}
              </li>
            ))}
        </ul>
      )}
      {months.some(({ isOutOfBand }) => isOutOfBand) && (
        <p className={styles['note']} aria-hidden>
          ◆ {t.outOfBandNote}
        </p>
      )}
    </div>
  )
}

type BarProps = { month: Month; most: number; isChosen: boolean; onKeyDown: (event: KeyboardEvent) => void }

function MonthBar({ month: { month, key, severities, isOutOfBand }, most, isChosen, onKeyDown }: BarProps) {
  const t = useReleaseMessages()
  const words = useWords()
  const language = useLanguage()
  const name = monthName(month, language)
  const number = t.month(Number(month.slice(5)))
  if (key === null || severities === null)
    return (
      <span className={styles['month']} title={t.nothing(name)}>
        <span className={styles['bar']} aria-hidden>
          <span className={styles['dot']} />
        </span>
        <span aria-hidden>{number}</span>
        <span className="visually-hidden">{t.nothing(name)}</span>
      </span>
    )
  const total = totalOf(severities)
  const parts = levels.filter((level) => severities[level] > 0)
  const said = parts.map((level) => t.part(words.severity[level], severities[level]))
  const label = t.parts(name, total, isOutOfBand ? [...said, t.outOfBand] : said)
  return (
    <Link
      to="/"
      search={{ release: key }}
      resetScroll={false}
      className={styles['month']}
      aria-label={label}
      title={label}
      aria-current={isChosen ? 'true' : undefined}
      // One stop for Tab; the arrow keys go on from there.
      tabIndex={isChosen ? 0 : -1}
      onKeyDown={onKeyDown}
    >
      <span className={styles['bar']}>
        {isOutOfBand && <span>◆</span>}
        {parts.toReversed().map((level) => (
          <i
            key={level}
            data-severity={level === 'unrated' ? 'none' : level}
            style={{ height: `${(severities[level] / most) * 100}%` }}
          />
        ))}
      </span>
      <span>{number}</span>
    </Link>
  )
}
