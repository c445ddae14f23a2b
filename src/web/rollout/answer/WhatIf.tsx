import * as limits from '../../../contract/limits.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { Answer } from '../../../domain/rollout/answer.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength, type Moments } from '../../i18n/moments.ts'
import { useRolloutMessages, type RolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from '../inputs/NumberField.tsx'
import { WaveOrder } from '../inputs/WavesPanel.tsx'
import { WindowsEditor } from '../inputs/WindowsEditor.tsx'
import table from '../../ui/layout/DataTable.module.css'
import './WhatIf.css'

type Props = {
  inputs: RolloutInputs
  answer: Answer
  /** The other plan, where there is one. */
  other: { inputs: RolloutInputs; answer: Answer } | null
  platforms: readonly PlatformId[]
  nameOf: (platform: PlatformId) => string
  moments: Moments
  /** Changes the other plan; null ends the comparison. */
  onChange: (change: Partial<RolloutInputs> | null) => void
  onAdopt: () => void
}

/** A second plan beside the first: other consoles, windows or order, and what they change. */
export function WhatIf({ inputs, answer, other, platforms, nameOf, moments, onChange, onAdopt }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
  if (other === null) {
    return (
      <Panel id="what-if" title={t.whatIf}>
        <p className="muted">{t.whatIfHint}</p>
        <p className="what-if-actions">
          <button
            type="button"
            className="button"
            onClick={() => onChange({ consoles: Math.min(limits.consoles.max, inputs.consoles + 1) })}
          >
            {t.compare}
          </button>
        </p>
      </Panel>
    )
  }
  const length = (minutes: number) => formatLength(minutes, language)
  const finishOf = ({ plan }: Answer) => (plan.finish === null ? t.doesNotFit : moments.moment(plan.finish))
  const both = [answer, other.answer]
  return (
    <Panel id="what-if" title={t.whatIf}>
      <p className="difference" role="status">
        {differenceInWords(answer, other.answer, t, length)}
      </p>
      <div className="what-if rollout-inputs">
        <div>
          <NumberField
            label={t.consoles}
            value={other.inputs.consoles}
            limits={limits.consoles}
            onChange={(consoles) => onChange({ consoles })}
          />
          <h3>{t.windows}</h3>
          <WindowsEditor
            windows={other.inputs.windows}
            startsOn={inputs.startsOn}
            onChange={(windows) => onChange({ windows })}
          />
          <WaveOrder
            groups={other.inputs.groups}
            platforms={platforms}
            nameOf={nameOf}
            onChange={(groups) => onChange({ groups })}
          />
        </div>
        <DataTable label={t.whatIf} head={['', t.thisPlan, t.otherPlan]} numeric={[1, 2]}>
          <tbody>
            <tr>
              <th scope="row">{t.consoles}</th>
              <td className={table['number']}>{inputs.consoles}</td>
              <td className={table['number']}>{other.inputs.consoles}</td>
            </tr>
            <Row head={t.duration} cells={both.map(({ estimate }) => length(estimate.minutes))} />
            <Row head={t.finish} cells={both.map(finishOf)} />
            <Row head={t.goes} cells={both.map(({ plan }) => t.goesN(plan.segments.length))} />
            <Row head={t.idleHead} cells={both.map(({ plan }) => length(plan.idleMinutes))} />
          </tbody>
        </DataTable>
      </div>
      <p className="what-if-actions">
        <button type="button" className="button" onClick={onAdopt}>
          {t.adopt}
        </button>
        <button type="button" className="button" onClick={() => onChange(null)}>
          {t.stopComparing}
        </button>
      </p>
    </Panel>
  )
}

function Row({ head, cells: [mine, others] }: { head: string; cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td className={table['number']}>{mine}</td>
      <td className={table['number']}>{others}</td>
    </tr>
  )
}

/** What the other plan gains or costs. */
function differenceInWords(mine: Answer, others: Answer, t: RolloutMessages, length: (minutes: number) => string) {
  const minutes = Math.round(others.estimate.minutes) - Math.round(mine.estimate.minutes)
  const duration = minutes === 0 ? t.asQuick : minutes < 0 ? t.quicker(length(-minutes)) : t.slower(length(minutes))
  return duration + finishInWords(mine.plan.finish, others.plan.finish, t, length)
}

function finishInWords(
  mine: number | null,
  others: number | null,
  t: RolloutMessages,
  length: (minutes: number) => string,
) {
  if (mine === null || others === null) {
    if (mine === others) return t.neither
    return mine === null ? t.onlyOther : t.onlyThis
  }
  const later = Math.round((others - mine) / 60_000)
  if (later === 0) return t.asEarly
  return later < 0 ? t.earlier(length(-later)) : t.later(length(later))
}
