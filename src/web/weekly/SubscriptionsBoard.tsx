import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel } from '../ui/layout/Panel.tsx'
import { useWeeklyMessages } from './messages.ts'
import { weeklyQueries } from './queries.ts'
import styles from './Boards.module.css'

/** Who gets HotFix Weekly, as far as one may see it: oneself, and the teams. */
export function SubscriptionsBoard() {
  const t = useWeeklyMessages()
  const { data: subscriptions } = useQuery(weeklyQueries.subscriptions())
  const { data: channels } = useQuery(weeklyQueries.channels())
  if (subscriptions === undefined || channels === undefined) return null
  return (
    <Panel id="subscriptions" title={t.subscriptions}>
      {subscriptions.length === 0 && <p className="muted">{t.noSubscriptions}</p>}
      <ul className={styles['subscribed']}>
        {subscriptions.map(({ id, owner, channel, state }) => {
          const kind = channels.find((each) => each.id === channel)?.kind
          return (
            <li key={id}>
              <i aria-hidden data-state={state}>
                {state === 'active' ? '✓' : '–'}
              </i>
              <div>
                {owner.kind === 'person' ? t.mine : owner.name}
                <small>
                  {kind !== undefined && t.kinds[kind]} {t.states[state]}
                </small>
              </div>
            </li>
          )
        })}
      </ul>
      <Link to="/notices" className="link">
        {t.edit}
      </Link>
    </Panel>
  )
}
