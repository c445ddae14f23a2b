import { useMutation } from '@tanstack/react-query'
import { codeOf } from '../../client/api.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useRecordMessages } from '../../i18n/record-messages.ts'
import { EventText } from './EventText.tsx'

type Props = {
  event: BulletinEvent
  /** An event by its number: some speak of an earlier one. */
  eventAt: (id: number) => BulletinEvent | undefined
  /** Takes it back; null for what is not the reader's own to take back. */
  onTakeBack: (() => Promise<unknown>) | null
}

/** One thing that has happened: who, when and what. */
export function RecordEntry({ event, eventAt, onTakeBack }: Props) {
  const d = useRecordMessages()
  const { t, language } = useMessages()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (takeBack: () => Promise<unknown>) => takeBack(),
  })
  return (
    <li data-topic={event.topic}>
      <header>
        <b>{d.who(event.who)}</b> <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
        {onTakeBack !== null && (
          <button type="button" className="link" disabled={isPending} onClick={() => mutate(onTakeBack)}>
            {d.takeBack}
          </button>
        )}
      </header>
      <EventText event={event} eventAt={eventAt} />
      {error !== null && (
        <p role="alert" className="hot">
          {d.notTakenBack} {t.problem[codeOf(error)]}
        </p>
      )}
    </li>
  )
}
