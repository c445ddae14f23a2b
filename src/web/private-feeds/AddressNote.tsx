import type { MadePrivateFeed } from '../../contract/private-feeds.ts'
import { SecretNote } from '../ui/SecretNote.tsx'
import { useFeedsMessages } from './messages.ts'

/** The address that was just made: it is shown only here and now. */
export function AddressNote({ made: { name, kind, address } }: { made: MadePrivateFeed }) {
  const t = useFeedsMessages()
  const isCalendar = kind === 'calendar'
  return (
    <SecretNote
      said={
        <>
          <b>{name}</b> {t.once}
        </>
      }
      secret={address}
      actions={
        isCalendar && (
          <a className="button" href={address.replace(/^https?:/, 'webcal:')} rel="noreferrer">
            {t.subscribe}
          </a>
        )
      }
    >
      <p className="muted">{isCalendar ? t.howCalendar : t.howAtom}</p>
    </SecretNote>
  )
}
