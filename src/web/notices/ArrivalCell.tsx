import type { Channel, Subscription } from '../../contract/notices.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { arrivalLooks, type ShownState } from './arrival.ts'
import { useNoticeMessages } from './messages.ts'
import { useMoment } from './use-moment.ts'

type Props = { subscription: Subscription; channel: Channel | undefined; shown: ShownState }

/** Whether a subscription arrives, and since when or why not. */
export function ArrivalCell({ subscription, channel, shown }: Props) {
  const t = useNoticeMessages()
  const language = useLanguage()
  const moment = useMoment()
  const { arrival, by, at } = subscription
  const { lastAt, sent, failed, waiting, why } = arrival
  const known: Partial<Record<ShownState, string[]>> = {
    paused: [t.pausedBy(by, moment(at))],
    ended: [t.endedBy(by, moment(at))],
    waiting: [t.unconfirmed],
    quiet: [t.nothingSent],
    ...(channel === undefined && { failing: [t.channelGone] }),
    ...(channel?.state === 'stopped' && { failing: [t.channelStopped(channel.why ?? '')] }),
  }
  const facts = known[shown] ?? [
    ...(shown === 'failing' && why !== null ? [why] : []),
    ...(lastAt === null ? [] : [t.last(moment(lastAt))]),
    t.sentInMonth(formatNumber(sent)),
    ...(failed > 0 ? [t.failedTimes(formatNumber(failed))] : []),
  ]
  if (waiting > 0 && (shown === 'failing' || shown === 'waiting')) facts.push(t.waitingNow(formatNumber(waiting)))
  return (
    <>
      <Pill {...arrivalLooks[shown]}>{t.states[shown]}</Pill>
      <small>{facts.join(dot(language))}</small>
    </>
  )
}
