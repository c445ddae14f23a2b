import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { releaseFigures } from '../../contract/release-figures.ts'
import { formatNumber } from '../i18n/format.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './FiguresLine.module.css'

type Figures = NonNullable<Overview['figures']>

/** The release in figures, each with the median of the months before. A figure that counts nothing is left out. */
export function FiguresLine({ figures, machines }: { figures: Figures; machines: number }) {
  const t = useOverviewMessages()
  const shown = releaseFigures.flatMap((name) => {
    const figure = figures[name]
    return figure === null || (figure.count === 0 && name !== 'fixes') ? [] : [{ name, ...figure }]
  })
  const hasMedians = shown.some(({ median }) => median !== null)
  return (
    <div className={styles['figures-line']} data-has-medians={hasMedians || undefined}>
      {hasMedians && <p aria-hidden>{t.medianHead}</p>}
      <ul>
        {shown.map(({ name, count, by, bulletins, query, median }) => {
          const [before, figure, after] = t.figure[name](formatNumber(count), formatNumber(machines))
          return (
            <li key={name}>
              <Link
                {...(by === 'vulnerability'
                  ? { to: '/matrix', search: { ...query, by } }
                  : { to: '/alerts', search: query })}
                className={name === 'exploited' ? 'hot' : undefined}
              >
                {before}
                <b>{figure}</b>
                {after}
              </Link>
              {by === 'vulnerability' && bulletins !== figures.fixes.count && (
                <Link to="/alerts" search={query} className={styles['alerts']}>
                  {t.inAlerts(bulletins)}
                </Link>
              )}
              {median !== null && (
                <small>
                  <span className={styles['word']}>{t.median('')}</span>
                  {formatNumber(median)}
                </small>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
