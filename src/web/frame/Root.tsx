import { clsx } from 'clsx'
import { searchText } from '../../contract/filter-limits.ts'
import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  Link,
  Outlet,
  useLocation,
  useNavigate,
  useRouterState,
} from '@tanstack/react-router'
import { useIsTakenOver, whenTakenOver } from '../lib/first-view.ts'
import { meQuery } from '../lib/me.ts'
import { changeSearch, readQuery } from '../../domain/filter/query.ts'
import { useLanguageChoice } from '../i18n/language.tsx'
import { useFrameMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import type * as Parts from './late.ts'
import { prepareSearch } from '../catalogue/prepare-search.ts'
import { mainPages } from './pages.ts'
import type { OverviewSearch } from './start-page.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { TriageProvider } from '../triage/Triage.tsx'
import { useClosedElsewhere } from './use-closed-elsewhere.ts'
import { SearchBox } from '../ui/forms/SearchBox.tsx'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { themes, useTheme } from '../lib/theme.ts'
import styles from './Root.module.css'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  // The filter goes along from page to page, so that each speaks of the same bulletins.
  validateSearch: readQuery,
  // Before anything else is read, so that whatever happens meanwhile comes after the event from which on the page listens.
  async beforeLoad({ context: { queryClient } }) {
    if (queryClient.getQueryState(meQuery().queryKey) === undefined) await queryClient.query(meQuery()).catch(() => {})
  },
  // Pages may be on their way within the frame, never the frame itself.
  pendingMs: Infinity,
  component: Frame,
})

function Frame() {
  const t = useFrameMessages()
  return (
    <>
      <a className={clsx('on-screen', styles['skip-link'])} href="#content">
        {t.skipToContent}
      </a>
      <Bar>
        <Link to="/" className={styles['brand']} title={t.productTagline}>
          <i aria-hidden />
          <span>HotFix Report</span>
        </Link>
        <Menu />
        <Pages />
        <Search />
        <div className={styles['settings']}>
          <Settings />
          <div className={styles['late-account']}>
            <Late part="AccountMenu" />
          </div>
        </div>
      </Bar>
      <Late part="Live" />
      <Late part="UnseenFailures" />
      <Late part="Proof" />
      <Late part="ViewerKeys" />
      <TriageProvider>
        <Outlet />
      </TriageProvider>
      <Shortcuts />
    </>
  )
}

/** The main page that an address belongs to: a bulletin to the alerts, and HotFix Weekly to the notices. */
function mainPageOf(pathname: string): string {
  const [, first = ''] = pathname.split('/')
  return first === 'bulletins' ? '/alerts' : first === 'weekly' ? '/notices' : `/${first}`
}

function Pages() {
  const t = useFrameMessages()
  const common = useCommon()
  const current = useLocation({ select: ({ pathname }) => mainPageOf(pathname) })
  return (
    <nav aria-label={t.mainPages}>
      {mainPages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={to === '/' ? onlyRelease : readQuery}
          aria-current={to === current ? 'page' : undefined}
        >
          {common.pages[name]}
        </Link>
      ))}
    </nav>
  )
}

/** On a phone, the pages and settings behind a button that names the page one is on. */
function Menu() {
  const t = useFrameMessages()
  const common = useCommon()
  const pathname = useLocation({ select: (location) => location.pathname })
  const current = mainPages.find(({ to }) => to === mainPageOf(pathname))
  const shown = current === undefined ? t.menu : common.pages[current.name]
  const list = useClosedElsewhere()
  return (
    <div className={styles['menu']}>
      <button type="button" popoverTarget="pages" aria-label={`${shown} (${t.mainPages})`}>
        {shown} <i aria-hidden>▾</i>
      </button>
      <div ref={list} id="pages" popover="auto">
        <Pages />
        <Settings />
      </div>
    </div>
  )
}

/** The header, which says that a page is on its way; what is in it is not drawn anew for that, with each key that filters. */
function Bar({ children }: { children: ReactNode }) {
  const isLoading = useRouterState({ select: (state) => state.isLoading })
  const isTakenOver = useIsTakenOver()
  return (
    <header className={clsx('on-screen', styles['bar'])} aria-busy={isLoading || !isTakenOver}>
      {children}
    </header>
  )
}

/** What the overview takes along: a filter in its address would ask for the list. */
const onlyRelease = ({ release }: OverviewSearch): OverviewSearch => (release === undefined ? {} : { release })

/** A part of the frame that is fetched after the page is shown. */
export function Late({ part }: { part: keyof typeof Parts }) {
  const [parts, setParts] = useState<typeof Parts | null>(null)
  useEffect(() => {
    // Without it the page is whole; it is there on the next visit.
    whenTakenOver()
      .then(() => import('./late.ts'))
      .then((loaded) => startTransition(() => setParts(loaded)))
      .catch(() => {})
  }, [])
  const Part = parts?.[part]
  return Part && <Part />
}

/** Narrows what is shown while typing; from any other page, Enter leads to the list, and from the overview to all of it. */
function Search() {
  const t = useFrameMessages()
  const { q = '' } = rootRoute.useSearch()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const pathname = useLocation({ select: (location) => location.pathname })
  const isFiltered = /^\/(alerts|matrix|tests(\/all)?)\/?$/.test(pathname)
  const find = (text: string) =>
    void navigate({
      to: isFiltered ? '.' : '/alerts',
      search: (search: object) => changeSearch(pathname === '/' ? {} : search, { q: text }),
      replace: isFiltered,
      resetScroll: false,
    })
  return (
    <SearchBox
      label={t.search.label}
      placeholder={t.search.placeholder}
      value={q}
      maxLength={searchText.maxLength}
      onSearch={find}
      onType={isFiltered ? find : undefined}
      onEnter={() => prepareSearch(queryClient)}
    />
  )
}

const glyphs = { light: '☀', dark: '☾' }

function Settings() {
  const t = useFrameMessages()
  const [chosen, setLanguage] = useLanguageChoice()
  const [theme, setTheme] = useTheme()
  return (
    <>
      <SegmentedControl
        label={t.language.label}
        value={chosen}
        options={[
          { value: 'ja', label: '日本語', lang: 'ja' },
          { value: 'en', label: 'English', shown: 'EN', lang: 'en' },
        ]}
        onChange={setLanguage}
      />
      <SegmentedControl
        label={t.theme.label}
        value={theme}
        options={themes.map((value) => ({
          value,
          label: t.theme[value],
          ...(value !== 'system' && { shown: glyphs[value] }),
        }))}
        onChange={setTheme}
      />
    </>
  )
}
