import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { changeQuery, readQuery } from '../domain/filter/query.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useMessages } from '../i18n/messages.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { themes, useTheme } from '../ui/theme.ts'
import './root.css'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  // The filter goes along from page to page, so that each speaks of the same bulletins.
  validateSearch: readQuery,
  component: Frame,
})

function Frame() {
  const { t } = useMessages()
  // A bulletin belongs to the alerts.
  const isInAlerts = useLocation({ select: ({ pathname }) => pathname === '/' || pathname.startsWith('/bulletins/') })
  return (
    <>
      <a className="skip-link" href="#content">
        {t.skipToContent}
      </a>
      <header className="bar">
        <Link to="/" className="brand" title={t.productTagline}>
          <i aria-hidden />
          HotFix Report
        </Link>
        <nav aria-label={t.nav.label}>
          <Link to="/" search={(search) => search} aria-current={isInAlerts ? 'page' : undefined}>
            {t.nav.alerts}
          </Link>
        </nav>
        <Search />
        <Settings />
      </header>
      <Outlet />
    </>
  )
}

/** Narrows the list while typing; from another page, Enter leads to the list. */
function Search() {
  const { t } = useMessages()
  const { q = '' } = rootRoute.useSearch()
  const navigate = useNavigate()
  const isOnList = useLocation({ select: ({ pathname }) => pathname === '/' })
  const find = (text: string) =>
    void navigate({ to: '/', search: (search) => changeQuery(search, { q: text }), replace: isOnList })
  return (
    <SearchBox
      label={t.search.label}
      placeholder={t.search.placeholder}
      value={q}
      onSearch={find}
      onType={isOnList ? find : undefined}
    />
  )
}

const glyphs = { light: '☀', dark: '☾' }

function Settings() {
  const { t } = useMessages()
  const [language, setLanguage] = useLanguage()
  const [theme, setTheme] = useTheme()
  return (
    <div className="settings">
      <SegmentedControl
        label={t.language.label}
        value={language}
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
    </div>
  )
}
