import { formatMinutes } from '../../i18n/format.ts'
import { useRecordMessages } from './messages.ts'
import { useLanguage } from '../../i18n/language.tsx'

type Seen = {
  minutes?: number | null | undefined
  restarted?: boolean | null | undefined
  uninstalled?: 'worked' | 'failed' | null | undefined
}

/** What was observed in a test besides its outcome, as short texts; what was not observed is left out. */
export function useTestDetails(): (seen: Seen) => string[] {
  const t = useRecordMessages()
  const language = useLanguage()
  return ({ minutes = null, restarted = null, uninstalled = null }) => [
    ...(minutes === null ? [] : [formatMinutes(minutes, language)]),
    ...(restarted === null ? [] : [t.detail(t.restarted, t.restartedIs[restarted ? 'yes' : 'no'])]),
    ...(uninstalled === null ? [] : [t.detail(t.uninstalled, t.uninstalledIs[uninstalled])]),
  ]
}
