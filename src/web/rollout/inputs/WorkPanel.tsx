import * as limits from '../../../contract/limits.ts'
import { begun } from '../../../domain/rollout/inputs.ts'
import { formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { ToolField } from './ToolField.tsx'
import { usePlan } from '../plan/plan.tsx'
import styles from './WorkPanel.module.css'

/** How the work is done: consoles, restart, failures, and what is assumed where nothing is published. */
export function WorkPanel() {
  const { inputs, answer, change } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const mayRestart = answer.fixes.some((fix) => fix.mayRestart)
  const fixes = answer.inUse.length > 0 ? answer.inUse : answer.fixes
  const assumed = fixes.filter(({ curve }) => curve.published.length === 0).map(({ id }) => id)
  return (
    <Panel id="work" title={t.workPanel}>
      <ToolField value={inputs.tool} onChange={(tool) => change({ tool })} />
      <NumberField
        label={t.consoles}
        value={inputs.consoles}
        limits={limits.consoles}
        onChange={(consoles) => change({ consoles })}
      />
      <NumberField
        label={t.restart}
        value={inputs.restartMinutes}
        limits={limits.restartMinutes}
        unit={t.unit.minutes}
        onChange={(restartMinutes) => change({ restartMinutes })}
      />
      {mayRestart && inputs.restartMinutes === 0 && <p className="muted">{t.restartMissing}</p>}
      {inputs.restartMinutes === begun.restartMinutes && <p className="muted">{t.restartBegun(mayRestart)}</p>}
      <NumberField
        label={t.failure}
        value={inputs.failurePercent}
        limits={limits.percent}
        unit={t.unit.percent}
        onChange={(failurePercent) => change({ failurePercent })}
      />
      {assumed.length > 0 && (
        <fieldset className={styles['assumption']}>
          <legend>{t.assumption(formatList(assumed, language))}</legend>
          <NumberField
            label={t.setup}
            value={inputs.setupMinutes}
            limits={limits.setupMinutes}
            unit={t.unit.minutes}
            onChange={(setupMinutes) => change({ setupMinutes })}
          />
          <NumberField
            label={t.perMachine}
            value={inputs.secondsPerMachine}
            limits={limits.secondsPerMachine}
            unit={t.unit.seconds}
            onChange={(secondsPerMachine) => change({ secondsPerMachine })}
          />
          <p className="muted">{t.assumptionHint}</p>
        </fieldset>
      )}
    </Panel>
  )
}
