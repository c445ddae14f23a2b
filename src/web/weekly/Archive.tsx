import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { WeeklyArchive, WeeklyHead } from '../../contract/weekly.ts'
import { headlineText } from '../../words/weekly-headline.ts'
import { dot } from '../i18n/format.ts'
import { shortDay } from '../i18n/days.ts'
import { useLanguage } from '../i18n/language.tsx'
import { weekdayName } from '../i18n/moments.ts'
import { useWeeklyMessages } from './messages.ts'
import { SettingsForm } from './SettingsForm.tsx'
import styles from './Archive.module.css'

type Props = {
  archive: WeeklyArchive
  /** The number of the issue that is open; null for none. */
  open: number | null
  q: string
  onSearch: (q: string) => void
}

/** The back numbers: by year, and what words are found in. */
export function Archive({ archive: { year, years, issues, settings }, open, q, onSearch }: Props) {
  const t = useWeeklyMessages()
  const language = useLanguage()
  return (
    <nav className={clsx('surface', styles['archive'])} aria-label={t.archive}>
      <h2>
        {t.archive} <small>{t.every(weekdayName(settings.on, language), settings.at, settings.zone)}</small>
      </h2>
      {years.length > 0 && (
        <form
          role="search"
          onSubmit={(event) => {
            event.preventDefault()
            const asked = new FormData(event.currentTarget).get('q')
            onSearch(typeof asked === 'string' ? asked.trim() : '')
          }}
        >
          <input key={q} name="q" type="search" defaultValue={q} aria-label={t.search} placeholder={t.searchHint} />
        </form>
      )}
      <ul>
        {issues.map((issue) => (
          <Entry key={issue.number} issue={issue} isOpen={issue.number === open} year={year ?? ''} />
        ))}
      </ul>
      {q !== '' && issues.length === 0 && <p className="muted">{t.noneFound}</p>}
      {q !== '' && (
        <button type="button" className="button" onClick={() => onSearch('')}>
          {t.all}
        </button>
      )}
      {years.length > 0 && (
        <p className={styles['years']} aria-label={t.yearsLabel}>
          {years.map((each) => (
            <Link
              key={each.year}
              to="."
              search={{ year: each.year }}
              className="link"
              {...(each.year === year && { 'aria-current': 'true' as const })}
            >
              {t.years(each.year, each.count)}
            </Link>
          ))}
        </p>
      )}
      <p className={styles['next']}>
        <Link to="/weekly/$issue" params={{ issue: 'next' }} className="link">
          {t.seeNext}
        </Link>
      </p>
      <SettingsForm key={settings.version} settings={settings} />
    </nav>
  )
}

function Entry({ issue, isOpen, year }: { issue: WeeklyHead; isOpen: boolean; year: string }) {
  const t = useWeeklyMessages()
  const language = useLanguage()
  const { number, on, headline, zone, to, machines } = issue
  return (
    <li>
      <Link
        to="/weekly/$issue"
        params={{ issue: String(number) }}
        search={(before) => before}
        className={clsx(styles['entry'], isOpen && styles['open'])}
        {...(isOpen && { 'aria-current': 'page' as const })}
      >
        <span>{headlineText(headline, { zone, to, hasFleet: machines > 0 }, language)}</span>
        <small>{[t.number(number), shortDay(on, year, language)].join(dot(language))}</small>
      </Link>
    </li>
  )
}
