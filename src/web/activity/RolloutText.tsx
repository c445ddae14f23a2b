import type { Measurement } from '../../contract/rollouts.ts'
import { formatMinutes } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'
import { useRecordMessages } from './messages.ts'

type Props = { rollout: Measurement | null; isWithdrawn?: boolean }

/** How long a rollout took, or that this counts no more. */
export function RolloutText({ rollout, isWithdrawn = false }: Props) {
  const d = useRecordMessages()
  const { language } = useMessages()
  const text = rollout && d.measured(rollout.machines, rollout.consoles, formatMinutes(rollout.minutes, language))
  if (!isWithdrawn) return <p>{text}</p>
  return <p className="muted">{text === null ? d.withdrawn : `${d.withdrawn} – ${text}`}</p>
}
