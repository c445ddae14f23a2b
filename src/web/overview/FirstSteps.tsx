import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useOverviewMessages } from './messages.ts'
import styles from './FirstSteps.module.css'

const steps = [
  { to: '/sources', name: 'import' },
  { to: '/fleet', name: 'fleet' },
  { to: '/rollout', name: 'plan' },
] as const

/** Where no release is on file yet: the three steps from an import to a plan. */
export function FirstSteps() {
  const t = useOverviewMessages()
  return (
    <ol className={styles['first-steps']}>
      {steps.map(({ to, name }, at) => (
        <li key={to}>
          <Link to={to} className={clsx('button', at === 0 && 'primary')}>
            {t.steps[name][0]}
          </Link>
          <p className="muted">{t.steps[name][1]}</p>
        </li>
      ))}
    </ol>
  )
}
