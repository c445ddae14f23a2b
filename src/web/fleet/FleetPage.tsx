import { createLazyRoute, Link, useBlocker } from '@tanstack/react-router'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { withLines } from '../../domain/fleet/rebase.ts'
import { AddLine } from './AddLine.tsx'
import { fleetCsv } from './csv.ts'
import { FleetTable } from './FleetTable.tsx'
import { OtherChanges } from './OtherChanges.tsx'
import { ProgressPanel, ProgressSentence } from './ProgressPanel.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { InventoryPanel } from './inventory/InventoryPanel.tsx'
import { formatMoment, formatNumber } from '../i18n/format.ts'
import { useFleetMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { Next } from '../ui/layout/Behind.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { saveFile } from '../lib/save-file.ts'
import { useEditions } from './use-editions.ts'
import { useFleetDraft } from './use-fleet-draft.ts'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import styles from './FleetPage.module.css'

export const fleetLazyRoute = createLazyRoute('/fleet')({ component: FleetPage })

function FleetPage() {
  const t = useFleetMessages()
  const common = useCommon()
  const language = useLanguage()
  const mayEdit = useMay('analyst')
  const draft = useFleetDraft()
  const { stored, lines, edit } = draft
  const editionsOf = useEditions(lines)
  useBlocker({
    // The changes stay in the tab: a person who leaves nevertheless, or signs in again, finds them on coming back.
    shouldBlockFn: ({ current, next }) =>
      draft.hasChanges &&
      next.pathname !== current.pathname &&
      next.pathname !== '/sign-in' &&
      !window.confirm(t.leave),
    enableBeforeUnload: draft.hasChanges,
  })
  const saveCsv = () => saveFile(fleetCsv(lines), 'text/csv;charset=utf-8', 'hotfix-report_fleet.csv')
  const machines = lines.reduce((sum, line) => sum + line.machines, 0)
  return (
    <PanelsPage>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader
        title={t.title}
        note={
          <>
            {t.sentence(Number.isNaN(machines) ? '–' : formatNumber(machines), machinesByPlatform(lines).size)}{' '}
            <ProgressSentence />
          </>
        }
      >
        <Link to="/machines" search={{}} className="link">
          {t.reporting}
        </Link>
        <Link to="/policy" className="link">
          {t.policy}
        </Link>
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
        <div className={styles['lines']}>
          <p className="muted">{t.hint}</p>
          <Form
            pending={draft.isSaving}
            error={draft.error && `${t.failed} ${common.problem[codeOf(draft.error)]}`}
            onSubmit={draft.save}
          >
            <FleetTable lines={lines} onChange={mayEdit ? edit : null} />
            {mayEdit && draft.hasChanges && (
              <SubmitRow label={t.save} className={styles['actions']}>
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
          {draft.overtaken !== null && <OtherChanges changes={draft.overtaken} by={stored.by} />}
          <Next>
            {mayEdit && (
              <AddLine lines={lines} editionsOf={editionsOf} onAdd={(line) => edit(withLines(lines, [line]))} />
            )}
          </Next>
        </div>
      </Panel>
      <Next>
        {mayEdit && <InventoryPanel />}
        <ProgressPanel />
        {mayEdit && <ImportPanel lines={lines} onTakeOver={edit} onMerge={(more) => edit(withLines(lines, more))} />}
      </Next>
    </PanelsPage>
  )
}
