import { formatMinutes } from '../i18n/format.ts'
import { useLabMessages } from './messages.ts'
import { useMessages } from '../i18n/messages.ts'

type Seen = {
  minutes?: number | null | undefined
  restarted?: boolean | null | undefined
  uninstalled?: 'worked' | 'failed' | null | undefined
}

/** Tells what was seen of a test besides its outcome, each as a short text; what nobody looked at is left out. */
export function useTestDetails(): (seen: Seen) => string[] {
  const m = useLabMessages()
  const { language } = useMessages()
  return ({ minutes = null, restarted = null, uninstalled = null }) => [
    ...(minutes === null ? [] : [formatMinutes(minutes, language)]),
    ...(restarted === null ? [] : [m.detail(m.restarted, m.restartedIs[restarted ? 'yes' : 'no'])]),
    ...(uninstalled === null ? [] : [m.detail(m.uninstalled, m.uninstalledIs[uninstalled])]),
  ]
}
