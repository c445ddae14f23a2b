import { memo, useDeferredValue, useMemo } from 'react'
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { historyQueries } from '../versions/queries.ts'
import type { Version } from '../../contract/history.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { compareBulletins } from '../../domain/revisions/compare.ts'
import { platformNames } from '../i18n/platform-names.ts'
import { Comparison } from '../versions/Comparison.tsx'
import { formatDay, formatMoment } from '../i18n/format.ts'
import { useHistoryMessages } from '../versions/messages.ts'
import { useHistoryWording } from '../versions/use-history-wording.ts'
import { useLanguage } from '../i18n/language.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { usePlatforms } from '../catalogue/platforms.ts'
import type { CompareSearch } from './route.ts'
import { CheckBox, ListField } from '../ui/forms/controls.tsx'
import styles from './ComparePage.module.css'

export { loadHistory } from './load.ts'

export const compareLazyRoute = createLazyRoute('/bulletins/$id/compare')({ component: ComparePage })

/** The two versions that a link means: those that it names, if there are such, else the last two. */
function chosenVersions({ from, to }: CompareSearch, count: number): [number, number] {
  const held = (number: string | undefined) => (number !== undefined && Number(number) <= count ? Number(number) : null)
  const newest = held(to) ?? count
  return [held(from) ?? Math.max(1, newest - 1), newest]
}

function ComparePage() {
  const { id } = compareLazyRoute.useParams()
  const search = compareLazyRoute.useSearch()
  const t = useHistoryMessages()
  const { data } = useSuspenseQuery(historyQueries.of(id))
  const [from, to] = chosenVersions(search, data.versions.length)
  return (
    <PanelsPage>
      {data.versions.length > 1 && <title>{`${t.title(id)} – HotFix Report`}</title>}
      <Link
        to="/bulletins/$id"
        params={{ id }}
        search={readQuery}
        className={clsx('link', styles['back'], 'on-screen')}
      >
        {t.back(id)}
      </Link>
      {data.versions.length < 2 ? (
        <ProblemNotice of="page" title={t.oneVersion} hint={t.oneVersionHint} />
      ) : (
        <Versions key={id} id={id} versions={data.versions} from={from} to={to} />
      )}
    </PanelsPage>
  )
}

type Props = { id: string; versions: readonly Version[]; from: number; to: number }

function Versions({ id, versions, from, to }: Props) {
  const t = useHistoryMessages()
  const dayOf = useDayOf(versions)
  const isAll = compareLazyRoute.useSearch().all === 'yes'
  const navigate = compareLazyRoute.useNavigate()
  const choose = (change: CompareSearch) =>
    void navigate({
      search: (search) => ({ ...search, from: String(from), to: String(to), ...change }),
      replace: true,
      resetScroll: false,
    })
  const picker = (label: string, value: number, onPick: (version: number) => void) => (
    <ListField
      label={label}
      value={value}
      options={versions.map(({ number }) => ({ value: number, label: dayOf(number) }))}
      onChoose={onPick}
    />
  )
  return (
    <>
      <PageHeader title={t.title(id)} note="">
        {picker(t.from, from, (version) => choose({ from: String(version) }))}
        {picker(t.to, to, (version) => choose({ to: String(version) }))}
        <CheckBox
          className="check on-screen"
          isChecked={!isAll}
          label={t.onlyDifferences}
          onCheck={(isOnly) => choose({ all: isOnly ? undefined : 'yes' })}
        />
      </PageHeader>
      <Compared
        id={id}
        versions={versions}
        from={useDeferredValue(from)}
        to={useDeferredValue(to)}
        isAll={useDeferredValue(isAll)}
      />
    </>
  )
}

/** Names a version by its number and day; where its publisher gave two of them the same day, by until when it counted. */
function useDayOf(versions: readonly Version[]): (number: number) => string {
  const t = useHistoryMessages()
  const language = useLanguage()
  return (number) => {
    const version = versions.find((each) => each.number === number)
    if (version === undefined) return t.version(number)
    const { updatedOn, until } = version
    const isDayTold = new Set(versions.map((each) => each.updatedOn)).size === versions.length
    const counted = until === null ? t.current : t.until(formatMoment(until, language))
    return t.versionOf(number, isDayTold ? formatDay(updatedOn, language) : counted)
  }
}

/** The comparison; it follows what is chosen over it, and stays until the next one is there. */
const Compared = memo(function ComparedVersions({ id, versions, from, to, isAll }: Props & { isAll: boolean }) {
  const dayOf = useDayOf(versions)
  const wording = useHistoryWording(platformNames(usePlatforms(), useLanguage()))
  const [{ data: before }, { data: after }] = useSuspenseQueries({
    queries: [historyQueries.version(id, from), historyQueries.version(id, to)],
  })
  const compared = useMemo(() => compareBulletins(before, after), [before, after])
  const sections = compared
    .map(({ section, rows }) => ({ section, rows: isAll ? rows : rows.filter(({ status }) => status !== 'same') }))
    .filter(({ rows }) => rows.length > 0)
  if (sections.length === 0) return <ProblemNotice of="part" title={wording.t.noDifferences} />
  return <Comparison sections={sections} heads={[dayOf(from), dayOf(to)]} wording={wording} />
})
