import { useEffect, useMemo, useState } from 'react'
import { createRoute, Link } from '@tanstack/react-router'
import { useDevice } from '../lib/device.ts'
import { useFleet } from '../fleet/queries.ts'
import { stateIn } from '../triage/queries.ts'
import { sortOrders, type Summary } from '../../contract/summary.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { exposureOf, machinesOf } from '../../domain/fleet/exposure.ts'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { valueAt } from '../../domain/table/open.ts'
import { changeSince, withSeen, type SeenRevisions } from '../../domain/bulletin/visit.ts'
import { useAlertsTable } from './alerts-table.ts'
import { CardList } from './CardList.tsx'
import { lastVisit } from './last-visit.ts'
import { ListStatus } from './ListStatus.tsx'
import { SeverityCard } from './SeverityCard.tsx'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { TriageButton } from '../triage/TriageButton.tsx'
import { useLanguage, type Language } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useCommon } from '../i18n/common.ts'
import { useWords } from '../i18n/words.ts'
import { useAlertsMessages } from './messages.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { useToday } from '../lib/use-today.ts'
import { Conditions, filteredRoute } from '../filters/FilteredPage.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { stringifySearch } from '../lib/search.ts'
import { useTriage } from '../triage/Triage.tsx'
import { useExportNote } from '../filters/use-export-note.ts'
import { useFiltered } from '../filters/use-filtered.ts'

export const alertsRoute = createRoute({
  getParentRoute: () => filteredRoute,
  path: '/',
  component: AlertsPage,
})

/** Every bulletin on file. */
const everything = ({ table, summaryAt }: Columns) => Array.from({ length: table.rows }, (_, row) => summaryAt(row))

function AlertsPage() {
  const t = useAlertsMessages()
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const tableOf = useAlertsTable()
  const { columns, platforms, states, filter, query, rows, change } = useFiltered()
  const openTriage = useTriage()
  const today = useToday()
  const fleet = useFleet()
  const machines = useMemo(() => machinesOf(fleet, platforms), [fleet, platforms])
  const note = useExportNote()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [seen, setSeen] = useDevice(lastVisit)
  // On the first visit of all, what is there counts as seen.
  useEffect(() => {
    if (seen === null) setSeen(withSeen({}, everything(columns)))
  })
  const changed = useMemo(() => countChanges(seen, columns), [seen, columns])

  const at = (position: number) => columns.summaryAt(rows[position] ?? 0)
  const idAt = (row: number) => valueAt(columns.table.columns.id, row) ?? ''
  // What a filter hides is not meant, even if it was selected before.
  const chosen = selected.size === 0 ? [] : Array.from(rows, idAt).filter((id) => selected.has(id))
  const select = (id: string) => setSelected(selected.symmetricDifference(new Set([id])))
  const taken = () => {
    const listed = Array.from(rows, columns.summaryAt)
    return chosen.length === 0 ? listed : listed.filter(({ id }) => selected.has(id))
  }
  const { length } = rows
  return (
    <>
      <title>{`${common.pages.alerts} – HotFix Report`}</title>
      <PageHeader
        title={t.title(length)}
        note={length === columns.table.rows ? t.all(length) : t.of(columns.table.rows)}
        isLive
      >
        <SegmentedControl
          label={t.sort}
          value={query.sort ?? 'urgency'}
          options={sortOrders.map((value) => ({ value, label: words.sort[value] }))}
          onChange={(sort) => change({ sort })}
        />
        <ExportMenu
          table={() => ({ ...note(), ...tableOf(taken()) })}
          name="alerts"
          {...(chosen.length === 0 && {
            csvHref: `/api/bulletins.csv${stringifySearch(query)}`,
            atomHref: `/api/feed.atom${stringifySearch({ ...query, lang: language })}`,
          })}
        />
      </PageHeader>
      <Conditions />
      <ListStatus
        changed={changed}
        onSeen={() => setSeen(withSeen({}, everything(columns)))}
        selected={chosen.length}
        of={length}
        onSelectAll={() => setSelected(new Set(Array.from(rows, idAt)))}
        onUnselect={() => setSelected(new Set())}
      >
        {openTriage && (
          <button type="button" className="link" onClick={() => openTriage({ ids: chosen, field: 'status' })}>
            {t.setTriage}
          </button>
        )}
        <Link to="/rollout" search={(search) => ({ ...readQuery(search), plan: planOf(chosen) })} className="link">
          {common.planRollout}
        </Link>
      </ListStatus>
      {length === 0 ? (
        <NothingFound />
      ) : (
        <CardList
          count={length}
          keyOf={(position) => at(position).id}
          textOf={(position) => textOf(at(position), language)}
          onSelect={(position) => select(at(position).id)}
          onTriage={(position, field) => {
            const ids = chosen.length > 0 || position === null ? chosen : [at(position).id]
            if (openTriage === null || ids.length === 0) return false
            openTriage({ ids, field })
            return true
          }}
          card={(position) => {
            const bulletin = at(position)
            return (
              <SeverityCard
                bulletin={bulletin}
                platforms={platforms}
                chosen={filter.platform}
                change={seen && changeSince(seen, bulletin)}
                isSelected={selected.has(bulletin.id)}
                onSelect={() => select(bulletin.id)}
                exposure={exposureOf(bulletin.platforms, machines)}
                triage={
                  <TriageButton
                    state={stateIn(states, bulletin.id)}
                    today={today}
                    onOpen={openTriage && (() => openTriage({ ids: [bulletin.id], field: 'status' }))}
                  />
                }
                title={(children) => (
                  <Link to="/bulletins/$id" params={{ id: bulletin.id }} search={readQuery}>
                    {children}
                  </Link>
                )}
              />
            )
          }}
        />
      )}
    </>
  )
}

const textOf = ({ id, kb, title }: Summary, language: Language) =>
  [id, ...kb.map((number) => `KB${number}`), readText(title, language).value].join(' ')

const countChanges = (seen: SeenRevisions | null, columns: Columns) =>
  seen === null ? 0 : everything(columns).filter((bulletin) => changeSince(seen, bulletin) !== null).length
