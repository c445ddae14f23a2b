import * as limits from '../../../contract/limits.ts'
import type { GateRule } from '../../../contract/plans.ts'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { usePlanActionMessages } from './messages.ts'

/** What a limit of failures is at first. */
const usualLimit = 3

/** The rule of a gate while it is edited. */
export function GateFields({ rule, onChange }: { rule: GateRule; onChange: (rule: GateRule) => void }) {
  const t = usePlanActionMessages()
  const { donePercent, failurePercent, soakHours, noNewIssues } = rule
  return (
    <fieldset>
      <legend>{t.gate}</legend>
      <NumberField
        label={t.donePercent}
        value={donePercent}
        limits={limits.percent}
        unit="%"
        onChange={(percent) => onChange({ ...rule, donePercent: percent })}
      />
      <CheckBox
        label={t.noLimit}
        isChecked={failurePercent !== null}
        onCheck={(is) => onChange({ ...rule, failurePercent: is ? usualLimit : null })}
      />
      {failurePercent !== null && (
        <NumberField
          label={t.failurePercent}
          value={failurePercent}
          limits={limits.percent}
          unit="%"
          onChange={(percent) => onChange({ ...rule, failurePercent: percent })}
        />
      )}
      <NumberField
        label={t.soakHours}
        value={soakHours}
        limits={limits.soakHours}
        unit={t.hours}
        onChange={(hours) => onChange({ ...rule, soakHours: hours })}
      />
      <CheckBox
        label={t.noNewIssues}
        isChecked={noNewIssues}
        onCheck={(is) => onChange({ ...rule, noNewIssues: is })}
      />
    </fieldset>
  )
}
