import type { MadePrivateFeed } from '../../contract/private-feeds.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { useFeedsMessages } from './messages.ts'
import styles from './AddressNote.module.css'

/** The address that was just made: it is shown only here and now. */
export function AddressNote({ made: { name, kind, address } }: { made: MadePrivateFeed }) {
  const t = useFeedsMessages()
  return (
    <div className={styles['address-note']} role="status">
      <p>
        <b>{name}</b> {t.once}
      </p>
      <code>{address}</code>
      <div className={styles['actions']}>
        <CopyButton isPrimary text={address} label={t.copy} done={t.copied} failed={t.copyFailed} />
        {kind === 'calendar' && (
          <a className="button" href={address.replace(/^https?:/, 'webcal:')} rel="noreferrer">
            {t.subscribe}
          </a>
        )}
      </div>
      <p className="muted">{kind === 'calendar' ? t.howCalendar : t.howAtom}</p>
    </div>
  )
}
