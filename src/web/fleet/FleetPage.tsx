import { useMemo } from 'react'
import { createLazyRoute, useBlocker } from '@tanstack/react-router'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { countedAs, parentOf } from '../../domain/platforms/platforms.ts'
import { withLines } from '../../domain/fleet/rebase.ts'
import { platformNames } from '../i18n/platform-names.ts'
import { AddLine } from './AddLine.tsx'
import { fleetCsv } from './csv.ts'
import { FleetTable } from './FleetTable.tsx'
import { OtherChanges } from './OtherChanges.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { formatMoment, formatNumber } from '../i18n/format.ts'
import { useFleetMessages } from './messages.ts'
import { readText } from '../i18n/local-text.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { saveFile } from '../lib/save-file.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useFleetDraft } from './use-fleet-draft.ts'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import './FleetPage.css'

export const fleetLazyRoute = createLazyRoute('/fleet')({ component: FleetPage })

function FleetPage() {
  const t = useFleetMessages()
  const common = useCommon()
  const language = useLanguage()
  const may = useMay('analyst')
  const { columns, platforms } = useCatalogue()
  const draft = useFleetDraft()
  const { stored, lines, edit } = draft
  useBlocker({
    // Whoever goes all the same, or signs in again, finds the own changes when they come back.
    shouldBlockFn: ({ current, next }) =>
      draft.hasChanges &&
      next.pathname !== current.pathname &&
      next.pathname !== '/sign-in' &&
      !window.confirm(t.leave),
    enableBeforeUnload: draft.hasChanges,
  })
  const names = platformNames(platforms, language)
  const nameOf = (id: PlatformId) => names([id])
  const open = useMemo(
    () => applyFilter(columns, filterOf({ triage: 'new,assessing,planned,deploying,deferred' })).counts.platform,
    [columns],
  )
  const families = new Set(
    platforms.flatMap(({ parent }) => (parent !== null && parentOf(parent) === null ? parent : [])),
  )
  const saveCsv = () => saveFile(fleetCsv(lines), 'text/csv;charset=utf-8', 'hotfix-report_fleet.csv')
  const machines = lines.reduce((sum, line) => sum + line.machines, 0)
  return (
    <PanelsPage className="fleet-page">
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader
        title={t.title}
        note={t.note(Number.isNaN(machines) ? '–' : formatNumber(machines), machinesByPlatform(lines).size)}
      >
        <button type="button" className="button" disabled={lines.length === 0} onClick={saveCsv}>
          {t.export}
        </button>
      </PageHeader>
      <Panel
        id="lines"
        title={t.lines}
        note={
          stored.by === null || stored.at === null ? undefined : t.set(stored.by, formatMoment(stored.at, language))
        }
      >
        <p className="muted">{t.hint}</p>
        <Form
          pending={draft.isSaving}
          error={draft.error && `${t.failed} ${common.problem[codeOf(draft.error)]}`}
          onSubmit={draft.save}
        >
          <FleetTable
            lines={lines}
            nameOf={nameOf}
            openOn={(id) => open.get(countedAs(id)) ?? 0}
            lacksVersion={(id) => families.has(id)}
            onChange={may ? edit : null}
          />
          {may && draft.hasChanges && (
            <SubmitRow label={t.save} className="actions">
              <button type="button" className="button" disabled={draft.isSaving} onClick={draft.discard}>
                {t.discard}
              </button>
              <span className="muted">{t.unsaved}</span>
            </SubmitRow>
          )}
        </Form>
        {draft.isSaved && (
          <p role="status" className="muted">
            {t.saved}
          </p>
        )}
        {draft.overtaken !== null && <OtherChanges changes={draft.overtaken} by={stored.by} nameOf={nameOf} />}
        {may && (
          <AddLine
            platforms={platforms.map(({ id, label }) => ({ id, name: readText(label, language).value }))}
            lines={lines}
            onAdd={(line) => edit(withLines(lines, [line]))}
          />
        )}
      </Panel>
      {may && (
        <ImportPanel
          platforms={platforms}
          lines={lines}
          nameOf={nameOf}
          onTakeOver={edit}
          onMerge={(more) => edit(withLines(lines, more))}
        />
      )}
    </PanelsPage>
  )
}
