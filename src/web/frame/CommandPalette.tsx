import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../lib/me.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { cvesWith } from '../../domain/filter/cves.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { changeSearch, readQuery } from '../../domain/filter/query.ts'
import { normalise } from '../../domain/filter/text-search.ts'
import { useSavedFilters } from '../lib/use-saved-filters.ts'
import { mainPages } from './pages.ts'
import { Palette, type Command } from './Palette.tsx'
import { useAccountMessages } from './account-messages.ts'
import { useLanguage, useLanguageChoice } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useCommon } from '../i18n/common.ts'
import { useWords } from '../i18n/words.ts'
import { filterValues, usePaletteMessages } from './palette-commands.ts'
import { useFrameMessages } from './messages.ts'
import { themes, useTheme } from '../lib/theme.ts'
import { plansQuery } from '../lib/plans.ts'
import { catalogueQuery } from '../catalogue/catalogue.ts'
import { parseSearch } from '../lib/search.ts'

/** Of bulletins and platforms no more than this are offered; a longer name finds the others. */
const atMost = 7

/** The palette with all that the product has to go to. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const accountText = useAccountMessages()
  const paletteText = usePaletteMessages()
  const words = useWords()
  const t = useFrameMessages()
  const common = useCommon()
  const language = useLanguage()
  const navigate = useNavigate()
  const [, setLanguage] = useLanguageChoice()
  const [, setTheme] = useTheme()
  const saved = useSavedFilters()
  const savedFilters = [...saved.own.list, ...saved.team]
  // Without the index there are still pages and settings.
  const { data } = useQuery(catalogueQuery())
  // The first rows of a list are not all that there is to be found.
  const catalogue = data?.first ? undefined : data

  const kept = useQuery(plansQuery())

  const isAdmin = useQuery(meQuery()).data?.role === 'admin'

  const pages = [
    ...[...mainPages, { to: '/sources', name: 'sources' } as const].map(({ to, name }) => ({
      to,
      name: common.pages[name],
    })),
    { to: '/my-work', name: accountText.myWork } as const,
    { to: '/board', name: accountText.board } as const,
    { to: '/holds', name: paletteText.holds } as const,
    { to: '/how-we-do', name: paletteText.howWeDo } as const,
    ...(isAdmin ? [{ to: '/people', name: accountText.people } as const] : []),
  ]
  const goTo = pages.map(({ to, name }): Command => ({
    key: to,
    group: 'pages',
    name,
    also: to,
    run: () => void navigate({ to, search: readQuery }),
  }))
  const filters: Command[] = [
    ...savedFilters.map(({ name, search }) => ({
      key: `filter ${name}`,
      group: 'filters' as const,
      name,
      run: () => void navigate({ to: '/alerts', search: readQuery(parseSearch(search)) }),
    })),
    {
      key: 'clear',
      group: 'filters',
      name: common.clearAll,
      run: () => void navigate({ to: '.', search: {} }),
    },
  ]
  const settings: Command[] = [
    ...(['ja', 'en'] as const).map((each) => ({
      key: each,
      group: 'settings' as const,
      name: { ja: '日本語', en: 'English' }[each],
      note: t.language.label,
      also: 'language 言語',
      run: () => setLanguage(each),
    })),
    ...themes.map((theme) => ({
      key: theme,
      group: 'settings' as const,
      name: t.theme[theme],
      note: t.theme.label,
      also: theme,
      run: () => setTheme(theme),
    })),
  ]

  const values = filterValues(words, paletteText.facets).map(({ facet, value, title, name }): Command => ({
    key: `value ${facet} ${value}`,
    group: 'filters',
    name,
    note: title,
    also: `${facet} ${value}`,
    run: () => void navigate({ to: '/alerts', search: (search: object) => changeSearch(search, { [facet]: [value] }) }),
  }))
  async function openSaving() {
    await navigate({ to: '/alerts', search: readQuery })
    document.querySelector<HTMLElement>('[data-action=save-filter]')?.click()
  }
  const actions: Command[] = [
    {
      key: 'record',
      group: 'actions',
      name: paletteText.recordTest,
      also: 'record test result 記録',
      run: () => void navigate({ to: '/tests', search: readQuery }),
    },
    {
      key: 'plan',
      group: 'actions',
      name: paletteText.newPlan,
      also: 'new plan rollout 計画',
      run: () => void navigate({ to: '/rollout', search: {} }),
    },
    {
      key: 'save',
      group: 'actions',
      name: paletteText.saveFilter,
      also: 'save filter 保存',
      run: () => void openSaving(),
    },
  ]

  const bulletins = (text: string): Command[] => {
    if (catalogue === undefined) return []
    const { columns } = catalogue
    const rows = applyFilter(columns, filterOf({ q: text })).rows.subarray(0, atMost)
    return Array.from(rows, columns.summaryAt).map(({ id, title }) => ({
      key: `bulletin ${id}`,
      group: 'bulletins',
      name: id,
      note: readText(title, language).value,
      run: () => void navigate({ to: '/bulletins/$id', params: { id }, search: {} }),
    }))
  }
  const plans = (wanted: string): Command[] =>
    (kept.data ?? [])
      .filter(({ name, ticket }) => hasWords(`${name} ${ticket ?? ''}`, wanted))
      .slice(0, atMost)
      .map(({ id, name, ticket }) => ({
        key: `plan ${id}`,
        group: 'plans',
        name,
        note: ticket ?? undefined,
        run: () => void navigate({ to: '/plans/$id', params: { id: String(id) } }),
      }))
  const vulnerabilities = (wanted: string): Command[] =>
    (catalogue === undefined ? [] : cvesWith(catalogue.columns, wanted, atMost)).map((cve) => ({
      key: `vulnerability ${cve}`,
      group: 'vulnerabilities',
      name: cve,
      run: () => void navigate({ to: '/vulnerabilities/$key', params: { key: cve } }),
    }))
  const platforms = (wanted: string): Command[] =>
    (catalogue?.platforms ?? [])
      .filter(({ bulletins: count, label }) => count > 0 && hasWords(`${label.ja ?? ''} ${label.en ?? ''}`, wanted))
      .slice(0, atMost)
      .flatMap(({ id, label }): Command[] => {
        const name = readText(label, language).value
        return [
          {
            key: `platform ${id}`,
            group: 'platforms',
            name,
            note: paletteText.filterBy(name),
            run: () => void navigate({ to: '.', search: (search: object) => changeSearch(search, { platform: [id] }) }),
          },
          {
            key: `fixes ${id}`,
            group: 'platforms',
            name,
            note: paletteText.fixesOf,
            run: () => void navigate({ to: '/platforms/$id', params: { id }, search: {} }),
          },
        ]
      })

  return (
    <Palette
      onClose={onClose}
      commandsFor={(text) => {
        const wanted = text.trim()
        if (wanted === '') return [...goTo, ...actions, ...filters, ...settings]
        const isMeant = ({ name, note = '', also = '' }: Command) => hasWords(`${name} ${note} ${also}`, wanted)
        const fixed = [...goTo, ...actions, ...filters, ...settings].filter(isMeant)
        const isNamed = ({ name }: Command) => normalise(name).startsWith(normalise(wanted))
        const isShort = wanted.length < 2
        return [
          ...fixed.filter(isNamed),
          ...(isShort ? [] : values.filter(isMeant).slice(0, atMost)),
          ...vulnerabilities(wanted),
          ...bulletins(wanted),
          ...plans(wanted),
          ...platforms(wanted),
          ...fixed.filter((command) => !isNamed(command)),
        ]
      }}
    />
  )
}

const hasWords = (name: string, wanted: string) =>
  normalise(wanted)
    .split(' ')
    .every((word) => normalise(name).includes(word))
