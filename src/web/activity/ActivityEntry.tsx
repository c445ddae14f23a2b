import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { BulletinEvent } from '../../contract/events.ts'
import { replyTo } from '../../domain/board/threads.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useZone } from '../lib/clock.tsx'
import { codeOf } from '../lib/api.ts'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { Author } from './Author.tsx'
import { CommentForm } from './CommentForm.tsx'
import { EventText } from './EventText.tsx'
import { useActivityMessages } from './messages.ts'
import { retractComment } from './queries.ts'
import { useAuthor } from './use-author.ts'
import styles from './ActivityEntry.module.css'

type Props = {
  event: BulletinEvent
  /** All events of the bulletin: some refer to an earlier one. */
  events: readonly BulletinEvent[]
  /** What answers it, oldest first. */
  replies?: readonly BulletinEvent[]
}

const isComment = (event: BulletinEvent) =>
  event.topic === 'discussion' && event.what === 'said' && event.detail.text !== null

const nobody: readonly BulletinEvent[] = []

/** One event: who, when and what, and what answers it. Readers can answer comments, and retract their own. */
export function ActivityEntry({ event, events, replies = nobody }: Props) {
  const t = useActivityMessages()
  const common = useCommon()
  const language = useLanguage()
  const zone = useZone()
  const client = useQueryClient()
  const author = useAuthor()
  const canRetract = event.who === author && isComment(event)
  const [isAnswering, setAnswering] = useState(false)
  const answered = events.find(({ id }) => id === replyTo(event))
  const [isAsking, setAsking] = useState(false)
  return (
    <li className={styles['activity-entry']} data-topic={event.topic}>
      <header className="muted">
        <Author event={event} /> <time dateTime={event.at}>{formatMoment(event.at, language, zone)}</time>
        {answered !== undefined && <span>{t.answers(answered.who)}</span>}
        {author !== null && isComment(event) && (
          <button type="button" className="link" onClick={() => setAnswering(true)}>
            {t.reply}
          </button>
        )}
        {canRetract && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t.retract}
          </button>
        )}
      </header>
      <EventText event={event} events={events} />
      {isAnswering && <CommentForm bulletin={event.bulletin} replyTo={event.id} onClose={() => setAnswering(false)} />}
      {replies.length > 0 && (
        <ol className={styles['replies']} aria-label={t.replies}>
          {replies.map((reply) => (
            <ActivityEntry key={reply.id} event={reply} events={events} />
          ))}
        </ol>
      )}
      {isAsking && canRetract && (
        <QuestionDialog
          title={t.retractSure}
          yes={t.retract}
          onYes={() => retractComment(client, event.bulletin, event.id)}
          onClose={() => setAsking(false)}
          refusal={(error) => `${t.notRetracted} ${common.problem[codeOf(error)]}`}
        >
          <p>{t.retractHint}</p>
        </QuestionDialog>
      )}
    </li>
  )
}
