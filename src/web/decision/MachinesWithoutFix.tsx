import type { CheckedMachine } from '../../contract/coverage.ts'
import { useLabMessages } from '../lab/messages.ts'
import './MachinesWithoutFix.css'

/** Machines beyond these are counted only. */
const maxShown = 100

/** The machines on which somebody has looked for the fix and it was not there, by name. */
export function MachinesWithoutFix({ machines }: { machines: readonly CheckedMachine[] }) {
  const t = useLabMessages()
  const without = machines.filter(({ isApplied }) => isApplied === false)
  if (without.length === 0) return null
  return (
    <details className="machines-without-fix">
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
