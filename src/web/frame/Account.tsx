import type { ReactNode } from 'react'
import type { Me } from '../../contract/access.ts'
import { useAccountMessages } from './account-messages.ts'
import { useClosedElsewhere } from './use-closed-elsewhere.ts'
import styles from './Account.module.css'

type Props = {
  me: Me
  onSignOut: () => void
  /** Why the way out could not be taken, in words. */
  problem: string | null
  /** The way in, for who has not signed in. */
  signIn: ReactNode
  /** The ways to what else is to be set: people and tokens, the own password. */
  settings: ReactNode
}

/** Who is using the page, what they may do, and the way out. */
export function Account({ me: { name, role, signIn: kind }, onSignOut, problem, signIn, settings }: Props) {
  const t = useAccountMessages()
  const popover = useClosedElsewhere()
  const who = t.account(name ?? t.anyone)
  // Who can see nothing has nothing to choose from.
  if (kind !== 'single-user' && role === null && name === null) return <div className={styles['account']}>{signIn}</div>
  const label = kind === 'single-user' ? `${who} (${t.unsigned})` : who
  return (
    <div className={styles['account']}>
      {kind !== 'single-user' && name === null && signIn}
      <button type="button" popoverTarget="account" aria-label={label} className={styles['face']}>
        <i aria-hidden>{name === null ? '–' : name.slice(0, 1).toUpperCase()}</i>
        {kind === 'single-user' && <span className="muted">{t.unsigned}</span>}
      </button>
      <div ref={popover} id="account" popover="auto">
        <p>
          <b>{name ?? t.anyone}</b>
          {role !== null && (
            <span className="muted">
              {' '}
              {t.role}: {t.roles[role]}
            </span>
          )}
        </p>
        {(name !== null || kind === 'single-user') && <p className="muted">{t.how[kind]}</p>}
        {settings}
        {kind !== 'single-user' && name !== null && (
          <button type="button" className="button" onClick={onSignOut}>
            {t.signOut}
          </button>
        )}
        {problem !== null && (
          <p role="alert" className="hot">
            {problem}
          </p>
        )}
      </div>
    </div>
  )
}
