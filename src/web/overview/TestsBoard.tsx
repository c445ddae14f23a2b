import { Link } from '@tanstack/react-router'
import type { OpenIssue, Overview } from '../../contract/overview.ts'
import type { Outcome } from '../../contract/words.ts'
import { comma, dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { Board } from './Board.tsx'
import { useOverviewMessages } from './messages.ts'
import { editionName, versionNames } from './names.ts'
import { OutcomeMark } from './OutcomeMark.tsx'
import styles from './TestsBoard.module.css'

type Props = { overview: Overview; className?: string | undefined }
type Edition = Overview['tests']['editions'][number]

const worstFirst = ['failed', 'passed-with-issues', 'unrecorded', 'passed'] as const satisfies Outcome[]

/** How the fixes to install went on each OS edition of the fleet, and what is known to go wrong. */
export function TestsBoard({ overview: { tests, release, state }, className }: Props) {
  const t = useOverviewMessages()
  const { editions, editionCount, tested, of, issues, issueCount, unreadCount } = tests
  const search = release === null ? {} : { release: release.key }
  const isFolded = state === 'no-fleet' || editions.length === 0
  return (
    <Board
      id="tests"
      title={t.tests}
      className={className}
      note={isFolded ? t.noTests : t.testsNote(editionCount, of, tested, issueCount, unreadCount)}
      links={
        <Link to="/tests" search={search}>
          {t.toTests}
        </Link>
      }
    >
      {!isFolded && (
        <div className={styles['tests-board']}>
          <ul className={styles['editions']}>
            {editions.map((edition) => (
              <EditionRow key={`${edition.platform.id} ${edition.edition}`} edition={edition} />
            ))}
          </ul>
          {editionCount > editions.length && (
            <Link to="/tests" search={search} className="link">
              {t.moreEditions(editionCount - editions.length)}
            </Link>
          )}
          {issues.length > 0 && (
            <ul className={styles['issues']}>
              {issues.slice(0, 3).map((issue) => (
                <Issue key={`${issue.bulletin} ${issue.id}`} issue={issue} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Board>
  )
}

function EditionRow({ edition: { edition, platform, machines, fixes } }: { edition: Edition }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const counts = worstFirst
    .map((outcome) => ({ outcome, n: fixes.filter((fix) => fix.outcome === outcome).length }))
    .filter(({ n }) => n > 0)
  const untested = fixes.filter(({ outcome }) => outcome === null).length
  return (
    <li>
      <span>{editionName(edition, platform, language)}</span>
      <span className={styles['machines']}>{machines !== null && t.machines(formatNumber(machines))}</span>
      <span className={styles['squares']} aria-hidden>
        {fixes.map(({ id, outcome }) => (
          <span key={id} title={id}>
            <OutcomeMark outcome={outcome ?? 'untested'} isSquare />
          </span>
        ))}
      </span>
      <span className={styles['words']}>
        {counts.map(({ outcome, n }, at) => (
          <span key={outcome} data-outcome={outcome}>
            {at > 0 && dot(language)}
            {t.outcomes(t.tested[outcome], n)}
          </span>
        ))}
        {untested > 0 && `${counts.length > 0 ? dot(language) : ''}${t.untested(untested)}`}
      </span>
    </li>
  )
}

function Issue({ issue: { bulletin, title, platforms, workaround } }: { issue: OpenIssue }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const names = versionNames(platforms, language)
  return (
    <li>
      <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} hash="known-issues">
        <b>{bulletin}</b> {names.slice(0, 2).join(comma(language))}
      </Link>
      {dot(language)}
      <span className={workaround === 'no' ? 'hot' : undefined}>{t.workaround[workaround ?? 'unread']}</span>
      <small>
        <LocalText text={title} />
      </small>
    </li>
  )
}
