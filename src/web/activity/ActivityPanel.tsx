import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulletinEvent } from '../../contract/events.ts'
import { threadsOf } from '../../domain/board/threads.ts'
import { useCommon } from '../i18n/common.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { historyQueries } from '../versions/queries.ts'
import { WatchButton } from '../talk/WatchButton.tsx'
import { ActivityEntry } from './ActivityEntry.tsx'
import { CommentForm } from './CommentForm.tsx'
import { useActivityMessages } from './messages.ts'
import { useAuthor } from './use-author.ts'
import styles from './ActivityPanel.module.css'

const isRetraction = ({ topic, what }: BulletinEvent) =>
  (topic === 'discussion' || topic === 'field-reports') && what === 'taken-back'

/** Everything that happened to a bulletin and was said about it, oldest first, and a form to say more. */
export function ActivityPanel({ bulletin }: { bulletin: string }) {
  const t = useActivityMessages()
  const common = useCommon()
  const isAuthor = useAuthor() !== null
  const events = useQuery(historyQueries.of(bulletin)).data?.events
  return (
    <Panel
      id="record"
      title={t.title}
      actions={
        <>
          <WatchButton bulletin={bulletin} />{' '}
          <Link to="/bulletins/$id/record" params={{ id: bulletin }} search={{}} className="link">
            {t.toRecord}
          </Link>
        </>
      }
    >
      {events === undefined && (
        <p className="muted" data-loading>
          {common.loading}
        </p>
      )}
      {events?.length === 0 && <p className="muted">{t.nothing}</p>}
      <ol className={styles['activity']}>
        {events !== undefined &&
          // A retracted comment says so itself, where it was.
          threadsOf(events.filter((event) => !isRetraction(event))).map(({ event, replies }) => (
            <ActivityEntry key={event.id} event={event} events={events} replies={replies} />
          ))}
      </ol>
      {isAuthor && <CommentForm bulletin={bulletin} />}
    </Panel>
  )
}
