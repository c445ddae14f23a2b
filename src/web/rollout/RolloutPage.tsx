import { useState } from 'react'
import { createLazyRoute } from '@tanstack/react-router'
import { loadTemporal } from '../lib/temporal.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Machines } from '../../domain/rollout/waves.ts'
import { platformNames } from '../i18n/platform-names.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { today } from '../export/table.ts'
import { AnswerPanel } from './answer/AnswerPanel.tsx'
import { EstimateFigure } from './answer/EstimateFigure.tsx'
import { PlanTable } from './answer/PlanTable.tsx'
import { WaveTimeline } from './answer/WaveTimeline.tsx'
import { WhatIf } from './answer/WhatIf.tsx'
import { appointmentsOf, conditionsOf, planRows } from './export.ts'
import { saveFile } from '../lib/save-file.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useExportMessages } from '../export/messages.ts'
import { momentsIn } from '../i18n/moments.ts'
import { useRolloutMessages } from './messages.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { MeasuredRuns } from './measured/MeasuredRuns.tsx'
import { PlanInputs } from './inputs/PlanInputs.tsx'
import { useRollout } from './use-rollout.ts'
import './RolloutPage.css'

/** The page, once this browser can compute with `Temporal`. */
export async function loadRolloutPage() {
  await loadTemporal()
  return createLazyRoute('/rollout')({ component: RolloutPage })
}

function RolloutPage() {
  const t = useRolloutMessages()
  const exportText = useExportMessages()
  const common = useCommon()
  const language = useLanguage()
  const { platforms } = useCatalogue()
  const plan = useRollout()
  const { inputs, answer, change } = plan
  const names = platformNames(platforms, language)
  const nameOf = (platform: PlatformId) => names([platform])
  const namesOf = (machines: readonly Machines[]) => names(machines.map(({ platform }) => platform))
  const moments = momentsIn(inputs.zone, language)
  const wording = { t, language, moments, namesOf }
  const conditions = conditionsOf(inputs, answer, wording)
  const [day] = useState(() => today(new Date()))
  const saveCalendar = async () => {
    const { asCalendar } = await import('./calendar.ts')
    const file = asCalendar({
      name: `${t.plan} ${inputs.bulletins.join(', ')}`,
      appointments: appointmentsOf(answer, inputs, location.href, wording),
      madeAt: Date.now(),
    })
    saveFile(file, 'text/calendar;charset=utf-8', `hotfix-report_rollout_${inputs.startsOn}.ics`)
  }

  return (
    <main id="content" className="rollout-page">
      <title>{`${common.pages.rollout} – HotFix Report`}</title>
      <h1 className="visually-hidden">{common.pages.rollout}</h1>
      <AnswerPanel answer={answer} inputs={inputs} remedies={plan.remedies} onChange={change}>
        <button
          type="button"
          className="button"
          disabled={answer.plan.segments.length === 0}
          onClick={() => void saveCalendar()}
        >
          {t.calendar}
        </button>
        <CopyButton
          isPrimary
          text={() => location.href}
          label={t.copyLink}
          done={exportText.copied}
          failed={exportText.copyFailed}
        />
      </AnswerPanel>
      <PlanInputs plan={plan} nameOf={nameOf} />
      <div className="rollout-answer">
        <p className="rollout-conditions">{`${t.conditions}: ${conditions}`}</p>
        {answer.fixes.length > 0 && (
          <EstimateFigure
            answer={answer}
            fleet={answer.fleet.length > 0 ? answer.fleet : plan.touched.map((platform) => ({ platform, count: 0 }))}
            source={plan.published ?? null}
            onFleet={(fleet) =>
              change({ fleet: [...inputs.fleet.filter(({ platform }) => !plan.touched.includes(platform)), ...fleet] })
            }
          />
        )}
        <WaveTimeline
          answer={answer}
          freezes={plan.freezes}
          zone={inputs.zone}
          pilotPercent={inputs.pilotPercent}
          moments={moments}
          namesOf={namesOf}
        />
        <PlanTable answer={answer} zone={inputs.zone} moments={moments} namesOf={namesOf}>
          <ExportMenu
            table={() => ({ ...planRows(answer, wording), filter: conditions, exportedOn: day })}
            name="rollout"
          />
        </PlanTable>
        {answer.machines > 0 && (
          <WhatIf
            inputs={inputs}
            answer={answer}
            other={plan.other}
            platforms={plan.withMachines}
            nameOf={nameOf}
            moments={moments}
            onChange={plan.compare}
            onAdopt={plan.adopt}
          />
        )}
        <MeasuredRuns plan={plan} today={day} />
      </div>
    </main>
  )
}
