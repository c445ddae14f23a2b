import type { ReactNode } from 'react'
import type { Change } from '../../contract/changes.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import { useCommon } from '../i18n/common.ts'
import { useRecordMessages } from './messages.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { CommentForm } from './CommentForm.tsx'
import { RecordEntry } from './ActivityEntry.tsx'
import './ActivityPanel.css'

type Props = {
  bulletin: string
  /** The first first; null until they are known. */
  events: readonly BulletinEvent[] | null
  /** Writes down what an import has changed. */
  listed: (changes: readonly Change[]) => ReactNode
  /** Who may take back what they said; null for who may only look. */
  me: string | null
  onAdd: (text: string) => Promise<unknown>
  onRetract: (event: number) => Promise<unknown>
}

const isTakingBack = ({ topic, what }: BulletinEvent) => topic === 'discussion' && what === 'taken-back'

/** All that has happened to a bulletin and all that was said of it, in order, and the place to say more. */
export function RecordPanel({ bulletin, events, listed, me, onAdd, onRetract }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const isOwn = (event: BulletinEvent) =>
    event.who === me && event.topic === 'discussion' && event.what === 'said' && event.detail.text !== null
  return (
    <Panel id="record" title={t.title}>
      {events === null && <p className="muted">{common.loading}</p>}
      {events?.length === 0 && <p className="muted">{t.nothing}</p>}
      <ol className="record">
        {events
          // That a text was taken back is told once: where it stood.
          ?.filter((event) => !isTakingBack(event))
          .map((event) => (
            <RecordEntry
              key={event.id}
              event={event}
              listed={listed}
              eventAt={(id) => events.find((each) => each.id === id)}
              onRetract={isOwn(event) ? () => onRetract(event.id) : null}
            />
          ))}
      </ol>
      {me !== null && <CommentForm bulletin={bulletin} onAdd={onAdd} />}
    </Panel>
  )
}
