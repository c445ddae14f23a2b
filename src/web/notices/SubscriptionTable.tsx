import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Channel, Subscription } from '../../contract/notices.ts'
import { ArrivalCell } from './ArrivalCell.tsx'
import type { ShownState } from './arrival.ts'
import { LastNotices } from './LastNotices.tsx'
import { useNoticeMessages } from './messages.ts'
import { SubscriptionActions } from './SubscriptionActions.tsx'
import { useSubscriptionWords } from './use-subscription-words.ts'
import styles from './SubscriptionTable.module.css'

export type SubscriptionRow = Subscription & { shown: ShownState; channelOf: Channel | undefined }

type Props = {
  rows: readonly SubscriptionRow[]
  /** The number of the open one; null for none. */
  open: number | null
}

/** The subscriptions, each with its condition, where it goes, when, and whether it arrives; below the open one, what it would have sent. */
export function SubscriptionTable({ rows, open }: Props) {
  const t = useNoticeMessages()
  return (
    <section className={clsx('surface', styles['subscription-table'])}>
      <table>
        <caption className="visually-hidden">{t.toList}</caption>
        <thead>
          <tr>
            {(
              [
                ['name', t.head.name],
                ['where', t.head.where],
                ['when', t.head.when],
                ['arrival', t.head.arrival],
              ] as const
            ).map(([name, head]) => (
              <th key={name} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.id} data-open={row.id === open || undefined}>
            <Row row={row} isOpen={row.id === open} />
          </tbody>
        ))}
      </table>
      <footer className="muted">
        {t.foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </section>
  )
}

function Row({ row, isOpen }: { row: SubscriptionRow; isOpen: boolean }) {
  const t = useNoticeMessages()
  const { condition, timing } = useSubscriptionWords()
  const { id, name, owner, channelOf, about } = row
  const { text, zone } = timing(about, row.when)
  return (
    <>
      <tr>
        <th scope="row">
          <Link
            to="/notices"
            search={(search) => ({ ...search, subscription: String(id) })}
            resetScroll={false}
            aria-expanded={isOpen}
          >
            {name}
          </Link>{' '}
          <span>{owner.kind === 'team' ? owner.name : t.mine}</span>
          <small>{condition(row)}</small>
        </th>
        <td data-head={t.head.where}>
          {channelOf === undefined ? (
            t.channelGone
          ) : (
            <>
              {t.channelKinds[channelOf.kind]}
              <small>{channelOf.name || channelOf.address}</small>
            </>
          )}
        </td>
        <td data-head={t.head.when}>
          {text}
          {zone !== null && <small>{zone}</small>}
        </td>
        <td data-head={t.head.arrival}>
          <ArrivalCell subscription={row} channel={channelOf} shown={row.shown} />
        </td>
      </tr>
      {isOpen && (
        <tr className={styles['open']}>
          <td colSpan={4}>
            <LastNotices settings={row}>
              <SubscriptionActions subscription={row} />
            </LastNotices>
          </td>
        </tr>
      )}
    </>
  )
}
