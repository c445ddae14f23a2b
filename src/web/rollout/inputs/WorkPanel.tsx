import { begun } from '../../../domain/rollout/inputs.ts'
import { formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { ToolField } from './ToolField.tsx'
import { usePlan } from '../plan/plan.tsx'
import styles from './WorkPanel.module.css'
import { InputNumber } from '../../windows/InputNumber.tsx'

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
      <InputNumber name="consoles" label={t.consoles} {...{ inputs, change }} />
      <InputNumber name="restartMinutes" label={t.restart} unit={t.unit.minutes} {...{ inputs, change }} />
      {mayRestart && inputs.restartMinutes === 0 && <p className="muted">{t.restartMissing}</p>}
      {inputs.restartMinutes === begun.restartMinutes && <p className="muted">{t.restartBegun(mayRestart)}</p>}
      <InputNumber name="failurePercent" label={t.failure} unit={t.unit.percent} {...{ inputs, change }} />
      {assumed.length > 0 && (
        <fieldset className={styles['assumption']}>
          <legend>{t.assumption(formatList(assumed, language))}</legend>
          <InputNumber name="setupMinutes" label={t.setup} unit={t.unit.minutes} {...{ inputs, change }} />
          <InputNumber name="secondsPerMachine" label={t.perMachine} unit={t.unit.seconds} {...{ inputs, change }} />
          <p className="muted">{t.assumptionHint}</p>
        </fieldset>
      )}
    </Panel>
  )
}
