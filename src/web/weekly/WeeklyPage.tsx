import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate, useSearch } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { KeptWeeklyIssue, WeeklyArchive, WeeklyIssue } from '../../contract/weekly.ts'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import { momentInWords } from '../../words/weekly-days.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { isFinal } from '../lib/api.ts'
import { isText } from '../lib/shapes.ts'
import { NotThere } from '../ui/layout/NotThere.tsx'
import { Archive } from './Archive.tsx'
import { IssueBoard } from './IssueBoard.tsx'
import { IssueSheet } from './IssueSheet.tsx'
import { useWeeklyMessages } from './messages.ts'
import { weeklyQueries, type ArchiveQuery } from './queries.ts'
import { SubscriptionsBoard } from './SubscriptionsBoard.tsx'
import styles from './WeeklyPage.module.css'

export const weeklyLazyRoute = createLazyRoute('/weekly')({ component: NewestPage })
export const weeklyIssueLazyRoute = createLazyRoute('/weekly/$issue')({ component: IssuePage })

/** The year and the words of the address. An address may hold anything: what is none is left out. */
function useAsked(): ArchiveQuery {
  const { year, q } = useSearch({ strict: false })
  return {
    ...((isText(year) || typeof year === 'number') && /^\d{4}$/.test(String(year)) && { year: String(year) }),
    ...(isText(q) && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof q === 'number' && { q: String(q) }),
  }
}

/** What no other try mends is shown in place of the page. */
const ifFinal = (error: unknown, { state }: { state: { data: unknown } }) => state.data === undefined && isFinal(error)

function NewestPage() {
  const archive = useQuery({ ...weeklyQueries.archive(useAsked()), throwOnError: ifFinal })
  // Which issue is the newest is known without what is looked for.
  const newest = useQuery({ ...weeklyQueries.archive({}), throwOnError: ifFinal })
  const number = newest.data?.issues[0]?.number
  if (archive.data === undefined || newest.data === undefined)
    return <NotThere error={archive.error ?? newest.error} retry={archive.refetch} />
  return number === undefined ? (
    <NoIssue archive={archive.data} />
  ) : (
    <Kept archive={archive.data} issue={String(number)} />
  )
}

function IssuePage() {
  const { issue } = weeklyIssueLazyRoute.useParams()
  const { data, error, refetch } = useQuery({ ...weeklyQueries.archive(useAsked()), throwOnError: ifFinal })
  if (data === undefined) return <NotThere error={error} retry={refetch} />
  return issue === 'next' ? <Next archive={data} /> : <Kept archive={data} issue={issue} />
}

function Kept({ archive, issue }: { archive: WeeklyArchive; issue: string }) {
  const { data, error, refetch } = useQuery({ ...weeklyQueries.issue(issue), throwOnError: ifFinal })
  if (data === undefined) return <NotThere error={error} retry={refetch} />
  return <Whole archive={archive} issue={data} kept={data} />
}

/** The next issue as it would be now. */
function Next({ archive }: { archive: WeeklyArchive }) {
  const { data, error, refetch } = useQuery({ ...weeklyQueries.next(), throwOnError: ifFinal })
  if (data === undefined) return <NotThere error={error} retry={refetch} />
  return <Whole archive={archive} issue={data} kept={null} />
}

type WholeProps = { archive: WeeklyArchive; issue: WeeklyIssue; kept: KeptWeeklyIssue | null }

function Whole({ archive, issue, kept }: WholeProps) {
  const t = useWeeklyMessages()
  const language = useLanguage()
  const words = useWords()
  const letter = weeklyLetter(issue, { language, words }, { isSample: kept === null })
  const { previous = null, following = null } = kept ?? {}
  return (
    <Frame
      archive={archive}
      open={kept?.number ?? null}
      title={kept === null ? t.nextTitle : t.issueTitle(kept.number)}
      boards={
        <>
          <IssueBoard letter={letter} kept={kept} versions={issue.content.versions} />
          <SubscriptionsBoard />
        </>
      }
    >
      {kept === null && <p className={clsx('on-screen', 'muted', styles['sample'])}>{t.sample}</p>}
      <IssueSheet letter={letter} />
      {(previous !== null || following !== null) && (
        <p className={clsx('on-screen', styles['around'])}>
          {previous !== null && <IssueLink issue={previous}>{`‹ ${t.previous}`}</IssueLink>}
          {following !== null && <IssueLink issue={following}>{`${t.following} ›`}</IssueLink>}
        </p>
      )}
    </Frame>
  )
}

const IssueLink = ({ issue, children }: { issue: number; children: ReactNode }) => (
  <Link to="/weekly/$issue" params={{ issue: String(issue) }} search={(before) => before} className="link">
    {children}
  </Link>
)

/** Before the first issue. */
function NoIssue({ archive }: { archive: WeeklyArchive }) {
  const t = useWeeklyMessages()
  const language = useLanguage()
  const { next, zone } = archive.settings
  return (
    <Frame archive={archive} open={null} title={t.title} boards={<SubscriptionsBoard />}>
      <section className={styles['none']}>
        <h1>{t.none}</h1>
        <p>{t.firstOn(momentInWords(next, zone, next, language), zone)}</p>
        <Link to="/weekly/$issue" params={{ issue: 'next' }} className="button primary">
          {t.seeNext}
        </Link>
      </section>
    </Frame>
  )
}

type FrameProps = { archive: WeeklyArchive; open: number | null; title: string; boards: ReactNode; children: ReactNode }

function Frame({ archive, open, title, boards, children }: FrameProps) {
  const navigate = useNavigate()
  const { q = '' } = useAsked()
  return (
    <main id="content" className={styles['weekly-page']}>
      <title>{`${title} – HotFix Report`}</title>
      <div className="on-screen">
        <Archive
          archive={archive}
          open={open}
          q={q}
          onSearch={(words) => void navigate({ to: '.', search: words === '' ? {} : { q: words } })}
        />
      </div>
      <div className={styles['issue']}>{children}</div>
      <aside className={clsx('on-screen', styles['boards'])}>{boards}</aside>
    </main>
  )
}
