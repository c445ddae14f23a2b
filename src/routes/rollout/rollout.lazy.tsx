import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useDevice } from '../../client/device.ts'
import { useMay } from '../../client/me.ts'
import { recordRollout, rolloutsQuery, withdrawRollout } from '../../client/rollouts.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { valueAt } from '../../domain/table/open.ts'
import type { MeasuredRun } from '../../domain/rollout/measured.ts'
import type { Machines } from '../../domain/rollout/waves.ts'
import { platformNames } from '../../features/bulletin/platform-names.ts'
import { TakeAway } from '../../features/export/TakeAway.tsx'
import { today } from '../../features/export/table.ts'
import { AnswerPanel } from '../../features/rollout/answer/AnswerPanel.tsx'
import { EstimateFigure } from '../../features/rollout/answer/EstimateFigure.tsx'
import { PlanTable } from '../../features/rollout/answer/PlanTable.tsx'
import { WaveTimeline } from '../../features/rollout/answer/WaveTimeline.tsx'
import { WhatIf } from '../../features/rollout/answer/WhatIf.tsx'
import { BulletinPicker } from '../../features/rollout/inputs/BulletinPicker.tsx'
import { CalendarPanel } from '../../features/rollout/inputs/CalendarPanel.tsx'
import { FleetPanel } from '../../features/rollout/inputs/FleetPanel.tsx'
import { WavesPanel } from '../../features/rollout/inputs/WavesPanel.tsx'
import { WorkPanel } from '../../features/rollout/inputs/WorkPanel.tsx'
import { MeasuredPanel } from '../../features/rollout/measured/MeasuredPanel.tsx'
import { measuredRuns } from '../../features/rollout/measured/measured-runs.ts'
import { appointmentsOf, conditionsOf, planRows } from '../../features/rollout/take-away.ts'
import { saveFile } from '../../ui/save-file.ts'
import { formatList } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { momentsIn } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../../i18n/rollout-messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useFiltered } from '../filtered/use-filtered.ts'
import { OwnFleet } from './own-fleet.tsx'
import { useRollout } from './use-rollout.ts'
import './rollout.css'

export const rolloutLazyRoute = createLazyRoute('/rollout')({ component: RolloutPage })

/** Of a search no more than this are offered; more words find the others. */
const foundAtMost = 7
/** A filter that leaves more is no list to deploy. */
const filteredAtMost = 30

function RolloutPage() {
  const r = useRolloutMessages()
  if (typeof Temporal === 'undefined') return <Problem of="page" title={r.noTemporal} />
  return <Plan />
}

function Plan() {
  const r = useRolloutMessages()
  const { t, language } = useMessages()
  const { columns, platforms, rows, query } = useFiltered()
  const plan = useRollout()
  const { inputs, answer, change } = plan
  const names = platformNames(platforms, language)
  const nameOf = (platform: PlatformId) => names([platform])
  const namesOf = (machines: readonly Machines[]) => names(machines.map(({ platform }) => platform))
  const moments = momentsIn(inputs.zone, language)
  const wording = { r, language, moments, namesOf }
  const idsOf = (found: Uint32Array) => Array.from(found, (row) => valueAt(columns.table.columns.id, row) ?? '')
  const isFiltered = Object.keys(readQuery(query)).some((key) => key !== 'sort')
  const candidates = {
    find: (words: string) => {
      const found = words.trim() === '' ? rows : applyFilter(columns, filterOf({ q: words })).rows
      return Array.from(found.subarray(0, foundAtMost), columns.summaryAt)
    },
    filtered: isFiltered && rows.length <= filteredAtMost ? idsOf(rows) : [],
  }
  const conditions = conditionsOf(inputs, answer, wording)
  const assumed = answer.fixes.filter(({ curve }) => curve.published.length === 0).map(({ id }) => id)
  const [day] = useState(() => today(new Date()))
  const client = useQueryClient()
  const may = useMay('analyst')
  const [kept, setKept] = useDevice(measuredRuns)
  const measured = {
    record: ({ bulletin, ...run }: MeasuredRun) => recordRollout(client, bulletin, run),
    withdraw: (id: number) => withdrawRollout(client, id),
    move: async () => {
      // One after the other: what was moved is not kept here any more, whatever becomes of the rest.
      for (const [at, { bulletin, ...run }] of kept.entries()) {
        await recordRollout(client, bulletin, run)
        setKept(kept.slice(at + 1))
      }
      return client.query(rolloutsQuery())
    },
  }
  const saveCalendar = async () => {
    const { asCalendar } = await import('../../features/rollout/calendar.ts')
    const file = asCalendar({
      name: `${r.plan} ${inputs.bulletins.join(', ')}`,
      appointments: appointmentsOf(answer, inputs, location.href, wording),
      madeAt: Date.now(),
    })
    saveFile(file, 'text/calendar;charset=utf-8', `hotfix-report_rollout_${inputs.startsOn}.ics`)
  }

  return (
    <main id="content" className="rollout-page">
      <title>{`${t.nav.rollout} – HotFix Report`}</title>
      <h1 className="visually-hidden">{t.nav.rollout}</h1>
      <AnswerPanel answer={answer} inputs={inputs} remedies={plan.remedies} onChange={change}>
        <button
          type="button"
          className="button"
          disabled={answer.plan.segments.length === 0}
          onClick={() => void saveCalendar()}
        >
          {r.calendar}
        </button>
        <CopyButton
          isPrimary
          text={() => location.href}
          label={r.copyLink}
          done={t.takeAway.copied}
          failed={t.takeAway.copyFailed}
        />
      </AnswerPanel>
      <div className="rollout-inputs">
        <BulletinPicker chosen={plan.chosen} candidates={candidates} onChange={(bulletins) => change({ bulletins })} />
        <FleetPanel
          touched={plan.touched}
          untouched={plan.untouched}
          fleet={inputs.fleet}
          nameOf={nameOf}
          onChange={(fleet) => change({ fleet })}
        >
          <OwnFleet
            touched={plan.touched}
            planned={inputs.fleet}
            nameOf={nameOf}
            onTake={(fleet) => change({ fleet })}
          />
        </FleetPanel>
        <WorkPanel
          inputs={inputs}
          mayRestart={answer.fixes.some(({ mayRestart }) => mayRestart)}
          assumed={formatList(assumed, language)}
          onChange={change}
        />
        <CalendarPanel inputs={inputs} holidays={plan.holidays} onChange={change} />
        <WavesPanel inputs={inputs} platforms={plan.withMachines} nameOf={nameOf} onChange={change} />
      </div>
      <div className="rollout-answer">
        <p className="rollout-conditions">{`${r.conditions}: ${conditions}`}</p>
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
          <TakeAway
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
        <MeasuredPanel
          bulletins={answer.fixes.map(({ id }) => id)}
          machines={answer.machines}
          consoles={inputs.consoles}
          today={day}
          runs={plan.runs}
          kept={kept.length}
          judge={plan.judge}
          edit={may ? measured : null}
          calibration={inputs.calibration}
          onChange={(calibration) => change({ calibration })}
        />
      </div>
    </main>
  )
}
