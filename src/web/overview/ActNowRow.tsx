import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { ActNow } from '../../contract/overview.ts'
import { dueBasis } from '../../domain/due/overdue.ts'
import { dot, formatList, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useWords } from '../i18n/words.ts'
import { SeverityBadge } from '../ui/marks/SeverityBadge.tsx'
import { shortDay } from '../i18n/days.ts'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import { useOverviewMessages } from './messages.ts'
import { versionNames } from './names.ts'
import { OutcomeMark, testOutcomeOf } from './OutcomeMark.tsx'
import { lazyPart } from '../lib/lazy-part.tsx'
import styles from './ActNowBoard.module.css'

// Its words come with it.
const ActNowHold = lazyPart('ActNowHold', async () => (await import('./HoldsBoard.tsx')).ActNowHold)

type Props = {
  fix: ActNow
  today: string
  hasFleet: boolean
  release: string | undefined
}

/** A server is known without it, and a line has no room. */
const withoutWindows = (name: string) => name.replace(/^Windows (?=Server )/, '')

/** One fix: until when, what and why, on how many machines it is missing, how its tests went, and who has it. */
export function ActNowRow({ fix, today, hasFleet, release }: Props) {
  const t = useOverviewMessages()
  const words = useWords()
  const language = useLanguage()
  const { id, title, severity, platforms, machines, triage, assignee } = fix
  const left = machines.of - machines.applied
  const [before, number, after] = t.left1(formatNumber(left), formatNumber(machines.of))
  const names = versionNames(platforms, language)
  const said =
    names.length === 0 ? readText(title, language).value : formatList(names.slice(0, 3).map(withoutWindows), language)
  return (
    <li className={styles['row']}>
      <DueCell due={fix.due} today={today} />
      <div className={styles['what']}>
        <Link to="/bulletins/$id" params={{ id }} search={{}}>
          <SeverityBadge level={severity} /> <b>{id}</b> <span title={readText(title, language).value}>{said}</span>
        </Link>
        <Reasons fix={fix} />
      </div>
      <div className={styles['machines']}>
        {hasFleet && (
          <>
            <Link to="/bulletins/$id" params={{ id }} search={{}} hash="readiness">
              {left === 0 ? (
                t.done1(formatNumber(machines.of))
              ) : (
                <>
                  {before}
                  <b>{number}</b>
                  {after}
                </>
              )}
            </Link>
            <ProgressBar done={machines.applied} total={machines.of} />
          </>
        )}
      </div>
      <div className={styles['tests']}>
        {hasFleet && (
          <Link to="/tests" search={release === undefined ? {} : { release }} data-outcome={testOutcomeOf(fix)}>
            <OutcomeMark outcome={testOutcomeOf(fix)} />
            <TestWords fix={fix} />
          </Link>
        )}
        {/* Here it has room in each row: none grows when it comes. */}
        <Suspense>
          <ActNowHold fix={fix} />
        </Suspense>
      </div>
      <div className={styles['state']} data-status={triage}>
        <span className={assignee === null ? 'hot' : undefined}>{assignee ?? t.nobody}</span>
        <span className={styles['status']}>
          <i aria-hidden />
          {words.triage[triage]}
        </span>
      </div>
    </li>
  )
}

function DueCell({ due, today }: { due: ActNow['due']; today: string }) {
  const t = useOverviewMessages()
  const words = useWords()
  const language = useLanguage()
  if (due === null || due.on === null || due.left === null) return <div className={styles['due']}>{t.noDue}</div>
  const { on, left } = due
  const basis = dueBasis(due)
  return (
    <div className={styles['due']} data-pressing={left < 0 ? 'over' : left <= 3 ? 'soon' : undefined}>
      <b>{t.daysLeft(left)}</b>
      <small>
        <span>{shortDay(on, today, language)}</span> <span>{basis !== 'table' && words.dueBasis[basis]}</span>
      </small>
    </div>
  )
}

/** Why it is to be installed: exploited, public, more likely to be; where none is, how many it fixes. */
function Reasons({ fix }: { fix: ActNow }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const [first, ...others] = fix.exploited
  const rest = [
    ...(fix.public.length > 0 ? [t.public(fix.public.length)] : []),
    ...(first === undefined && fix.moreLikely.length > 0 ? [t.moreLikely(fix.moreLikely.length)] : []),
    ...(first === undefined && fix.vulnerabilities > 0 ? [t.vulnerabilities(fix.vulnerabilities)] : []),
    ...(fix.restart === 'not-required' ? [t.noRestart] : []),
  ]
  return (
    <small>
      {first !== undefined && (
        <>
          <b className="hot">{t.exploited}</b>{' '}
          <Link to="/vulnerabilities/$key" params={{ key: first }}>
            {first}
          </Link>
          {others.length > 0 && ` ${t.others(others.length)}`}
          {rest.length > 0 && dot(language)}
        </>
      )}
      {rest.join(dot(language))}
    </small>
  )
}

function TestWords({ fix }: { fix: ActNow }) {
  const t = useOverviewMessages()
  const outcome = testOutcomeOf(fix)
  if (outcome === 'untested') return t.untested(fix.untested)
  if (outcome === 'nothing') return t.notToTest
  if (outcome === 'known-issues') return t.knownIssues(fix.knownIssues)
  return t.outcomes(t.tested[outcome], fix.tests[outcome] ?? 0)
}
