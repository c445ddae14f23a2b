import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Overview } from '../../contract/overview.ts'
import { comma, dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { MonthStrip } from '../releases/MonthStrip.tsx'
import { releaseName } from '../../words/releases.ts'
import { dayOfWeek, shortDay } from '../i18n/days.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './ReleaseHead.module.css'

type Release = NonNullable<Overview['release']>

/** The release that the page is about, the way to the months beside it, and all months at a glance. */
export function ReleaseHead({
  release,
  months,
  today,
}: {
  release: Release
  months: Overview['months']
  today: string
}) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const { key, patchTuesday, outOfBand, updatedOn, daysSince, nextPatchTuesday: next } = release
  const beside = `${release.month}-01`
  const days = [
    t.sincePublished(daysSince),
    t.updated(shortDay(updatedOn, today, language)),
    ...(patchTuesday === null
      ? []
      : [
          outOfBand.length === 0
            ? t.noOutOfBand
            : t.outOfBand(outOfBand.map((day) => shortDay(day, beside, language)).join(comma(language))),
        ]),
    t.next(dayOfWeek(next.on, today, language), next.daysLeft),
  ]
  return (
    <header className={styles['release-head']}>
      <div>
        <div className={styles['name']}>
          <Step to={release.previous} label={t.previous}>
            ‹
          </Step>
          <h1>
            {releaseName(key, language)}{' '}
            {patchTuesday !== null && <span>{dayOfWeek(patchTuesday, beside, language)}</span>}
          </h1>
          <Step to={release.following} label={t.following}>
            ›
          </Step>
        </div>
        <p className="muted">{days.join(dot(language))}</p>
      </div>
      <MonthStrip months={months} chosen={key} />
    </header>
  )
}

/** The way to the month before or after; where nothing is on file of one, its place. */
function Step({ to, label, children }: { to: string | null; label: string; children: string }) {
  if (to === null)
    return (
      <span className={clsx('button', styles['step'])} aria-hidden data-off>
        {children}
      </span>
    )
  return (
    <Link
      to="/"
      search={{ release: to }}
      resetScroll={false}
      className={clsx('button', styles['step'])}
      aria-label={label}
    >
      {children}
    </Link>
  )
}
