import type { PlanView } from '../../../contract/plan-view.ts'
import type { GateRule } from '../../../contract/plans.ts'
import { usePlansMessages } from '../messages.ts'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { usePlanWords } from '../wording.ts'
import styles from './aside.module.css'

const sameRule = (one: GateRule, other: GateRule) => JSON.stringify(one) === JSON.stringify(other)

/** The rule that most gates have, and the waves with another one. */
function commonRule(waves: readonly { key: string; gate: GateRule }[]) {
  const groups = waves.map(({ gate }) => waves.filter((other) => sameRule(other.gate, gate)))
  const [largest] = groups.toSorted((a, b) => b.length - a.length)
  const rule = largest?.[0]?.gate
  return rule === undefined ? null : { rule, others: waves.filter(({ gate }) => !sameRule(gate, rule)) }
}

/** What must hold before a wave begins; nothing where no wave waits for another one. */
export function RulesSheet({ view }: { view: PlanView }) {
  const { rules: t } = usePlansMessages()
  const { wavesNamed } = usePlanWords(view)
  const common = commonRule(view.plan.waves.filter(({ waitsFor }) => waitsFor.length > 0))
  if (common === null) return null
  const { rule, others } = common
  const lines = [
    t.done(rule.donePercent),
    ...(rule.failurePercent === null ? [] : [t.failures(rule.failurePercent)]),
    ...(rule.soakHours > 0 ? [rule.noNewIssues ? t.soakNoIssues(rule.soakHours) : t.soak(rule.soakHours)] : []),
    ...(rule.soakHours === 0 && rule.noNewIssues ? [t.noIssues] : []),
    t.noHold,
  ]
  return (
    <PagePart id="rules" title={t.title}>
      <ol className={styles['ticks']}>
        {lines.map((line, position) => (
          <li key={line}>
            <i aria-hidden>{position + 1}</i>
            <span>{line}</span>
          </li>
        ))}
      </ol>
      <p className="muted">{t.note}</p>
      {others.length > 0 && <p className="muted">{t.some(wavesNamed(others.map(({ key }) => key)))}</p>}
    </PagePart>
  )
}
