import { useMemo, useState } from 'react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, useBlocker } from '@tanstack/react-router'
import { ApiError, call } from '../../client/api.ts'
import { fleetQuery } from '../../client/fleet.ts'
import { useMay } from '../../client/me.ts'
import { fleet as endpoints } from '../../contract/endpoints/fleet.ts'
import type { FleetLine } from '../../contract/fleet.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { countedAs, parentOf } from '../../domain/platforms.ts'
import { rebased, withLines } from '../../domain/fleet/rebase.ts'
import { platformNames } from '../../features/bulletin/platform-names.ts'
import { AddLine } from '../../features/fleet/AddLine.tsx'
import { fleetCsv } from '../../features/fleet/csv.ts'
import { FleetTable } from '../../features/fleet/FleetTable.tsx'
import { ImportPanel } from '../../features/fleet/ImportPanel.tsx'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { useFleetMessages } from '../../i18n/fleet-messages.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useCatalogue } from '../catalogue.ts'
import '../panels-page.css'
import './fleet.css'

export const fleetLazyRoute = createLazyRoute('/fleet')({ component: FleetPage })

/** What is changed here and not saved yet: `lines` in place of `base`, since the version that it began with. */
type Draft = { began: number; base: readonly FleetLine[]; lines: readonly FleetLine[] }

function FleetPage() {
  const m = useFleetMessages()
  const { t, language } = useMessages()
  const client = useQueryClient()
  const may = useMay('analyst')
  const { columns, platforms } = useCatalogue()
  const { data: stored } = useSuspenseQuery(fleetQuery())
  const [draft, setDraft] = useState<Draft | null>(null)
  const [said, setSaid] = useState<'saved' | ApiError | null>(null)
  const lines = draft === null ? stored.lines : rebased(draft.base, draft.lines, stored.lines)
  const [isSaving, setSaving] = useState(false)
  // What is told while it is saved is the own change.
  const isOvertaken = draft !== null && draft.began !== stored.version && !isSaving
  useBlocker({
    shouldBlockFn: () => draft !== null && !window.confirm(m.leave),
    enableBeforeUnload: draft !== null,
  })
  const names = platformNames(platforms, language)
  const open = useMemo(
    () => applyFilter(columns, filterOf({ triage: 'new,assessing,planned,deploying,deferred' })).counts.platform,
    [columns],
  )
  const families = new Set(
    platforms.flatMap(({ parent }) => (parent !== null && parentOf(parent) === null ? parent : [])),
  )
  const edit = (next: FleetLine[]) => {
    setDraft({ began: draft?.began ?? stored.version, base: stored.lines, lines: next })
    setSaid(null)
  }
  const save = async () => {
    setSaving(true)
    try {
      const set = await call(endpoints.setFleet, { params: {}, version: stored.version, body: { lines: [...lines] } })
      client.setQueryData(fleetQuery().queryKey, set)
      setDraft(null)
      setSaid('saved')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // What somebody else has set is read, and seen before it is saved over.
      if (error.code === 'conflict') await client.invalidateQueries(fleetQuery())
      else setSaid(error)
    } finally {
      setSaving(false)
    }
  }
  const saveCsv = () => saveFile(fleetCsv(lines), 'text/csv;charset=utf-8', 'hotfix-report_fleet.csv')
  const machines = lines.reduce((sum, line) => sum + line.machines, 0)
  return (
    <main id="content" className="panels-page fleet-page">
      <title>{`${m.title} – HotFix Report`}</title>
      <PageHeader
        title={m.title}
        note={m.note(Number.isNaN(machines) ? '–' : formatNumber(machines), machinesByPlatform(lines).size)}
      >
        <button type="button" className="button" disabled={lines.length === 0} onClick={saveCsv}>
          {m.export}
        </button>
      </PageHeader>
      <Panel
        id="lines"
        title={m.lines}
        note={
          stored.by === null || stored.at === null ? undefined : m.set(stored.by, formatMoment(stored.at, language))
        }
      >
        <p className="muted">{m.hint}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <FleetTable
            lines={lines}
            nameOf={(id) => names([id])}
            openOn={(id) => open.get(countedAs(id)) ?? 0}
            lacksVersion={(id) => families.has(id)}
            onChange={may ? edit : null}
          />
          {draft !== null && (
            <p className="actions">
              <button type="submit" className="button primary" disabled={isSaving}>
                {m.save}
              </button>
              <button type="button" className="button" onClick={() => setDraft(null)}>
                {m.discard}
              </button>
              <span className="muted">{m.unsaved}</span>
            </p>
          )}
        </form>
        {said !== null && (
          <p role={said === 'saved' ? 'status' : 'alert'} className={said === 'saved' ? 'muted' : 'hot'}>
            {said === 'saved' ? m.saved : `${m.failed} ${t.problem[said.code]}`}
          </p>
        )}
        {isOvertaken && (
          <p role="alert" className="hot">
            {m.conflict}
          </p>
        )}
        {may && (
          <AddLine
            platforms={platforms.map(({ id, label }) => ({ id, name: readText(label, language).value }))}
            onAdd={(line) => edit(withLines(lines, [line]))}
          />
        )}
      </Panel>
      {may && <ImportPanel platforms={platforms} onTakeOver={edit} onMerge={(more) => edit(withLines(lines, more))} />}
    </main>
  )
}
