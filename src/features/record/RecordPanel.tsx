import { useState } from 'react'
import type { BulletinEvent } from '../../contract/events.ts'
import { triageDifference } from '../../domain/triage.ts'
import { formatMinutes, formatMoment } from '../../i18n/format.ts'
import { useRecordMessages } from '../../i18n/record-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useTriageMessages, useTriageText } from '../../i18n/triage-messages.ts'
import { ApiError } from '../../client/api.ts'
import { Markdown } from '../../ui/Markdown.tsx'
import { Panel } from '../../ui/Panel.tsx'
import './RecordPanel.css'

type Props = {
  /** The first first; null until they are known. */
  events: readonly BulletinEvent[] | null
  /** Who may take back what they said; null for who may only look. */
  me: string | null
  onSay: (text: string) => Promise<unknown>
  onTakeBack: (event: number) => Promise<unknown>
}

/** All that has happened to a bulletin and all that was said of it, in order, and the place to say more. */
export function RecordPanel({ events, me, onSay, onTakeBack }: Props) {
  const d = useRecordMessages()
  const { t, language } = useMessages()
  return (
    <Panel id="record" title={d.title}>
      {events === null && <p className="muted">{t.loading}</p>}
      {events?.length === 0 && <p className="muted">{d.nothing}</p>}
      <ol className="record">
        {events?.map((event) => (
          <li key={event.id} data-topic={event.topic}>
            <header>
              <b>{d.who(event.who)}</b> <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
              {me === event.who && event.topic === 'discussion' && event.detail.text !== null && (
                <button type="button" className="link" onClick={() => void onTakeBack(event.id)}>
                  {d.takeBack}
                </button>
              )}
            </header>
            <EventText event={event} />
          </li>
        ))}
      </ol>
      {me !== null && <CommentForm onSay={onSay} />}
    </Panel>
  )
}

function EventText({ event }: { event: BulletinEvent }) {
  const [d, m, shown] = [useRecordMessages(), useTriageMessages(), useTriageText()]
  const { w, language } = useMessages()
  if (event.topic === 'bulletins') return <p>{d[event.what]}</p>
  if (event.topic === 'discussion') {
    const { text } = event.detail
    if (text === null) return <p className="muted">{d.takenBack}</p>
    // The language of what people write is not known: it is the page's, as far as anyone can tell.
    return <Markdown lang={language}>{text}</Markdown>
  }
  if (event.topic === 'decision')
    return (
      <p>
        {d.decided[event.what]}
        {event.detail.note !== '' && `: ${event.detail.note}`}
      </p>
    )
  if (event.topic === 'lab')
    return <p>{d.tested[event.what](event.detail.edition, w.outcome[event.detail.outcome], event.detail.note)}</p>
  if (event.topic === 'coverage') {
    const { machines } = event.detail
    const concerned = machines.filter(({ isApplied }) => isApplied !== null)
    return <p>{d.covered(concerned.filter(({ isApplied }) => isApplied).length, concerned.length)}</p>
  }
  if (event.topic === 'rollouts') {
    if (event.what === 'withdrawn') return <p className="muted">{d.withdrawn}</p>
    const { machines, consoles, minutes } = event.detail
    return <p>{d.measured(machines, consoles, formatMinutes(minutes, language))}</p>
  }
  const { from, to } = event.detail
  return triageDifference(from, to).map((field) => (
    <p key={field}>{d.was(m[field], shown(from, field), shown(to, field))}</p>
  ))
}

/** What is typed stays until it is saved. */
function CommentForm({ onSay }: Pick<Props, 'onSay'>) {
  const d = useRecordMessages()
  const { t } = useMessages()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || isSending) return
        setSending(true)
        setError(null)
        onSay(text.trim())
          .then(() => setText(''), setError)
          .finally(() => setSending(false))
      }}
    >
      <label className="field">
        {d.comment}
        <textarea
          className="field-input"
          rows={3}
          maxLength={10_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          }}
        />
        <span className="muted">{d.commentHint}</span>
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {d.notSent} {t.problem[error instanceof ApiError ? error.code : 'unexpected']}
        </p>
      )}
      <button type="submit" className="button" disabled={isSending || text.trim() === ''}>
        {d.send}
      </button>
    </form>
  )
}
