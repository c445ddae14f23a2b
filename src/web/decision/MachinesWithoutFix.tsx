import type { CheckedMachine } from '../../contract/coverage.ts'
import { useDecisionMessages } from './messages.ts'
import styles from './MachinesWithoutFix.module.css'

/** More machines than this are only counted. */
const maxShown = 100

/** The machines that were checked and lack the fix, by name. */
export function MachinesWithoutFix({ machines }: { machines: readonly CheckedMachine[] }) {
  const t = useDecisionMessages()
  const without = machines.filter(({ isApplied }) => isApplied === false)
  if (without.length === 0) return null
  return (
    <details className={styles['machines-without-fix']}>
      <summary className="link">{t.withoutFixOn(without.length)}</summary>
      <ul>
        {without.slice(0, maxShown).map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {without.length > maxShown && <p className="muted">{t.moreMachines(without.length - maxShown)}</p>}
    </details>
  )
}
