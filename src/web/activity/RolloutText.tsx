import type { Measurement } from '../../contract/rollouts.ts'
import { formatMinutes } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { rollout: Measurement | null; isWithdrawn?: boolean }

/** How long a rollout took, or that the measurement was withdrawn. */
export function RolloutText({ rollout, isWithdrawn = false }: Props) {
  const t = useActivityMessages()
  const language = useLanguage()
  const text = rollout && t.measured(rollout.machines, rollout.consoles, formatMinutes(rollout.minutes, language))
  if (!isWithdrawn) return <p>{text}</p>
  return <p className="muted">{text === null ? t.withdrawn : `${t.withdrawn} – ${text}`}</p>
}
