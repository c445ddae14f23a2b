import { useMemo } from 'react'
import { clsx } from 'clsx'
import * as limits from '../../../contract/limits.ts'
import { answerTo, type Answer } from '../../../domain/rollout/answer.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { formatLength } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { WaveOrder } from '../inputs/WaveOrder.tsx'
import { WindowsEditor } from '../../windows/WindowsEditor.tsx'
import { usePlan } from '../plan/plan.tsx'
import { useMachineNames } from '../plan/use-platform-names.ts'
import { useWording } from '../use-conditions.ts'
import { differenceInWords } from './difference.ts'
import table from '../../ui/layout/DataTable.module.css'
import styles from './WhatIf.module.css'

/** A second plan beside the first: other consoles, windows or order, and what they change. */
export function WhatIf() {
  const { inputs, answer, versus, compare } = usePlan()
  const t = useRolloutMessages()
  if (answer.machines === 0) return null
  if (versus === null)
    return (
      <div className="on-screen">
        <Panel id="what-if" title={t.whatIf}>
          <p className="muted">{t.whatIfHint}</p>
          <p className={clsx('actions', styles['actions'])}>
            <button
              type="button"
              className="button"
              onClick={() => compare({ consoles: Math.min(limits.consoles.max, inputs.consoles + 1) })}
            >
              {t.compare}
            </button>
          </p>
        </Panel>
      </div>
    )
  return <Compared versus={versus} />
}

/** Both plans, side by side. */
function Compared({ versus }: { versus: Partial<RolloutInputs> }) {
  const { inputs, answer, facts, withMachines, compare, adopt } = usePlan()
  const { t, language, moments } = useWording(inputs.zone)
  const { nameOf } = useMachineNames()
  const other = useMemo(() => ({ ...inputs, ...versus }), [inputs, versus])
  const otherAnswer = useMemo(() => answerTo(other, facts), [other, facts])
  const length = (minutes: number) => formatLength(minutes, language)
  const finishOf = ({ plan }: Answer) => (plan.finish === null ? t.doesNotFit : moments.moment(plan.finish))
  const both = [answer, otherAnswer]
  return (
    <Panel id="what-if" title={t.whatIf}>
      <p className={styles['difference']} role="status">
        {differenceInWords(answer, otherAnswer, t, length)}
      </p>
      <div className={styles['what-if']}>
        <div className="on-screen">
          <NumberField
            label={t.consoles}
            value={other.consoles}
            limits={limits.consoles}
            onChange={(consoles) => compare({ consoles })}
          />
          <h3>{t.windows}</h3>
          <WindowsEditor
            windows={other.windows}
            startsOn={inputs.startsOn}
            onChange={(windows) => compare({ windows })}
          />
          <WaveOrder
            groups={other.groups}
            platforms={withMachines}
            nameOf={nameOf}
            onChange={(groups) => compare({ groups })}
          />
        </div>
        <DataTable label={t.whatIf} head={['', t.thisPlan, t.otherPlan]} numeric={[1, 2]}>
          <tbody>
            <tr>
              <th scope="row">{t.consoles}</th>
              <td className={table['number']}>{inputs.consoles}</td>
              <td className={table['number']}>{other.consoles}</td>
            </tr>
            <Row head={t.allAtOnce} cells={both.map(({ estimate }) => length(estimate.minutes))} />
            <Row head={t.finish} cells={both.map(finishOf)} />
            <Row head={t.goes} cells={both.map(({ plan }) => t.goesN(plan.segments.length))} />
            <Row head={t.idleHead} cells={both.map(({ plan }) => length(plan.idleMinutes))} />
          </tbody>
        </DataTable>
      </div>
      <p className={clsx('actions', styles['actions'])}>
        <button type="button" className="button" onClick={adopt}>
          {t.adopt}
        </button>
        <button type="button" className="button" onClick={() => compare(null)}>
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
