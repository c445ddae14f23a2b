import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import { CopyButton } from './CopyButton.tsx'
import { useSecretMessages } from './secret-messages.ts'
import styles from './SecretNote.module.css'

type Props = {
  /** What it is, and that it is shown only now. */
  said: ReactNode
  secret: string
  /** What can be done with it beside copying it. */
  actions?: ReactNode
  children?: ReactNode
}

/** A secret that was just made: it is shown only here and now, and on no paper. */
export function SecretNote({ said, secret, actions, children }: Props) {
  const t = useSecretMessages()
  return (
    <div className={clsx('on-screen', styles['secret-note'])} role="status">
      <p>{said}</p>
      <code>{secret}</code>
      <div className="actions">
        <CopyButton isPrimary text={secret} label={t.copy} done={t.copied} failed={t.failed} />
        {actions}
      </div>
      {children}
    </div>
  )
}
