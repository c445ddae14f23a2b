import { useQuery } from '@tanstack/react-query'
import { channelKinds, type Arrival, type Channel, type ChannelKind } from '../../contract/notices.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { Pill } from '../ui/marks/Pill.tsx'
import { arrivalLooks } from './arrival.ts'
import { useNoticeMessages } from './messages.ts'
import { noticeQueries } from './queries.ts'
import { PagePart } from '../ui/layout/PagePart.tsx'
import { useSideMessages } from './side-messages.ts'
import styles from './HealthPanel.module.css'

/** How each kind of channel arrives, over the last 30 days, and which channels are stopped. */
export function HealthPanel({ channels }: { channels: readonly Channel[] }) {
  const t = useSideMessages()
  const common = useCommon()
  const { data, error } = useQuery(noticeQueries.health())
  const kinds = channelKinds.flatMap((kind) => {
    const arrival = data?.[kind]
    return arrival === undefined ? [] : [{ kind, arrival }]
  })
  return (
    <PagePart id="health" title={t.health} note={t.inMonth}>
      {data === undefined ? (
        <p className="muted" role="status">
          {error === null ? common.loading : `${t.healthNotRead} ${common.problem[codeOf(error)]}`}
        </p>
      ) : kinds.length === 0 ? (
        <p className="muted">{t.nothingSent}</p>
      ) : (
        <>
          {data.isWithoutAddress && <p className="hot">{t.withoutAddress}</p>}
          <ul className={styles['health-panel']}>
            {kinds.map(({ kind, arrival }) => (
              <Kind key={kind} kind={kind} arrival={arrival} channels={channels.filter((each) => each.kind === kind)} />
            ))}
          </ul>
        </>
      )}
    </PagePart>
  )
}

type Props = { kind: ChannelKind; arrival: Arrival; channels: readonly Channel[] }

function Kind({ kind, arrival, channels }: Props) {
  const t = useSideMessages()
  const { channelKinds: names } = useNoticeMessages()
  const language = useLanguage()
  const { state, sent, failed, waiting, why } = arrival
  const figures = [
    t.sent(formatNumber(sent)),
    t.failed(formatNumber(failed)),
    ...(waiting > 0 ? [t.waiting(formatNumber(waiting))] : []),
  ]
  const stopped = channels.filter((channel) => channel.state === 'stopped')
  return (
    <li>
      <b>{names[kind]}</b>
      <div>
        <Pill {...arrivalLooks[state]}>{t.states[state]}</Pill> {figures.join(dot(language))}
        {stopped.length > 0
          ? stopped.map((channel) => (
              <small key={channel.id}>{t.stoppedChannel(channel.name || channel.address, channel.why ?? '')}</small>
            ))
          : why !== null && <small>{why}</small>}
      </div>
    </li>
  )
}
