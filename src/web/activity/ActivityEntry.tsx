import { useState, type ReactNode } from 'react'
import { codeOf } from '../lib/api.ts'
import type { Change } from '../../contract/changes.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useRecordMessages } from './messages.ts'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { Author } from './Author.tsx'
import { EventText } from './EventText.tsx'

type Props = {
  event: BulletinEvent
  /** An event by its number: some speak of an earlier one. */
  eventAt: (id: number) => BulletinEvent | undefined
  /** Writes down what an import has changed. */
  listed: (changes: readonly Change[]) => ReactNode
  /** Takes it back; null for what is not the reader's own to take back. */
  onRetract: (() => Promise<unknown>) | null
}

/** One thing that has happened: who, when and what. */
export function RecordEntry({ event, eventAt, listed, onRetract }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  return (
    <li data-topic={event.topic}>
      <header>
        <Author event={event} /> <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
        {onRetract !== null && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t.retract}
          </button>
        )}
      </header>
      <EventText event={event} eventAt={eventAt} listed={listed} />
      {isAsking && onRetract !== null && (
        <QuestionDialog
          title={t.retractSure}
          yes={t.retract}
          onYes={onRetract}
          onClose={() => setAsking(false)}
          refusal={(error) => `${t.notTakenBack} ${common.problem[codeOf(error)]}`}
        >
          <p>{t.retractHint}</p>
        </QuestionDialog>
      )}
    </li>
  )
}
