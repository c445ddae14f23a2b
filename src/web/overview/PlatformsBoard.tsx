import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { OnPlatform, Overview } from '../../contract/overview.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { shortLabel } from '../i18n/short-label.ts'
import { useWords } from '../i18n/words.ts'
import { SeverityNumeral } from '../ui/marks/SeverityBadge.tsx'
import { Board } from './Board.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './PlatformsBoard.module.css'

type Props = { overview: Overview; className?: string | undefined }
type Fix = OnPlatform['install'][number]

/** What each platform of the fleet is to get: the one fix that brings it up to date, and what that makes needless. */
export function PlatformsBoard({ overview: { platforms, platformCount, release, state }, className }: Props) {
  const t = useOverviewMessages()
  if (state === 'no-fleet')
    return (
      <Board id="platforms" title={t.platforms} className={className}>
        <p className={styles['ask']}>
          {t.noPlatforms}{' '}
          <Link to="/fleet" className="button primary">
            {t.toFleet}
          </Link>
        </p>
      </Board>
    )
  const has = {
    alternatives: platforms.some(({ alternatives }) => alternatives.length > 0),
    contained: platforms.some(({ contained }) => contained.length > 0),
    apps: platforms.some(({ apps }) => apps.length > 0),
  }
  return (
    <Board
      id="platforms"
      title={t.platforms}
      className={className}
      note={t.platformsNote}
      links={
        <Link to="/matrix" search={release === null ? {} : { release: release.key }}>
          {t.toMatrix}
        </Link>
      }
    >
      <table className={styles['platform-fixes']}>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{t.platforms}</span>
            </th>
            <th>{t.columns.install}</th>
            {has.alternatives && <th>{t.columns.alternatives}</th>}
            {has.contained && <th>{t.columns.contained}</th>}
            {has.apps && <th>{t.columns.apps}</th>}
          </tr>
        </thead>
        <tbody>
          {platforms.map((platform) => (
            <PlatformRow key={platform.id} platform={platform} has={has} />
          ))}
        </tbody>
      </table>
      {platformCount > platforms.length && (
        <p className={styles['more']}>
          <Link to="/fleet" className="link">
            {t.morePlatforms(platformCount - platforms.length)}
          </Link>
        </p>
      )}
    </Board>
  )
}

type RowProps = { platform: OnPlatform; has: Record<'alternatives' | 'contained' | 'apps', boolean> }

function PlatformRow({ platform, has }: RowProps) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const { id, machines, install, alternatives, alternativeCount, contained, containedCount, apps, affected } = platform
  const more = (n: number) =>
    n > 0 && (
      <Link to="/alerts" search={affected.query} title={t.affected(affected.count)}>
        {t.more(n)}
      </Link>
    )
  return (
    <tr>
      <th scope="row">
        <Link to="/platforms/$id" params={{ id }} search={{}}>
          {shortLabel(platform, language)}
        </Link>
        <small>{t.machines(formatNumber(machines))}</small>
      </th>
      <td>
        {install.length === 0 ? (
          <span className="muted">{t.upToDate}</span>
        ) : (
          install.map((fix) => <Pick key={fix.id} fix={fix} />)
        )}
      </td>
      {has.alternatives && (
        <Cell head={t.columns.alternatives} className="on-screen" isEmpty={alternatives.length === 0}>
          {alternatives.slice(0, 2).map(toBulletin)}
          {more(alternativeCount - 2)}
        </Cell>
      )}
      {has.contained && (
        <Cell head={t.columns.contained} className={clsx(styles['dim'], 'on-screen')} isEmpty={contained.length === 0}>
          {contained.slice(0, 2).map(toBulletin)}
          {more(containedCount - 2)}
        </Cell>
      )}
      {has.apps && (
        <Cell head={t.columns.apps} isEmpty={apps.length === 0}>
          {apps.map((fix) => (
            <App key={fix.id} fix={fix} />
          ))}
        </Cell>
      )}
    </tr>
  )
}

const toBulletin = (id: string) => (
  <Link key={id} to="/bulletins/$id" params={{ id }} search={{}}>
    {id}
  </Link>
)

type CellProps = { head: string; isEmpty: boolean; className?: string; children: ReactNode }

function Cell({ head, isEmpty, className, children }: CellProps) {
  return (
    <td data-head={head} className={clsx(styles['cell'], className)} data-empty={isEmpty || undefined}>
      {children}
    </td>
  )
}

/** The fix to install, in a frame: its severity here by numeral and colour, how far it is, and the build it leads to. */
function Pick({ fix: { id, severity, build, machines } }: { fix: Fix }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  return (
    <Link to="/bulletins/$id" params={{ id }} search={{}} className={styles['pick']}>
      <SeverityNumeral level={severity} />
      <span>
        <b>{id}</b>{' '}
        <small>
          {t.doneOf(formatNumber(machines.applied), formatNumber(machines.of))}
          {build !== undefined && `${dot(language)}${build.replace(/^10\.0\./, '')}`}
        </small>
      </span>
    </Link>
  )
}

function App({ fix: { id, name, severity, machines, triage } }: { fix: Fix }) {
  const t = useOverviewMessages()
  const words = useWords()
  const left = machines.of - machines.applied
  return (
    <span>
      <Link to="/bulletins/$id" params={{ id }} search={{}}>
        <SeverityNumeral level={severity} /> {name ?? id}
      </Link>
      <small>{left === 0 ? words.triage[triage] : t.leftOf(formatNumber(left))}</small>
    </span>
  )
}
