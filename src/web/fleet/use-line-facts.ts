import type { FleetLine } from '../../contract/fleet.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useFleetMessages } from './messages.ts'

/** What a line says, in short: its machines, and what else was said of them. No line is a dash. */
export function useLineFacts(): (line: FleetLine | null) => string {
  const t = useFleetMessages()
  const language = useLanguage()
  return (line) => {
    if (line === null) return '–'
    const { machines, reachable, roles = [] } = line
    const count = Number.isNaN(machines) ? '–' : formatNumber(machines)
    return [count, ...(reachable === undefined ? [] : [t.reachableShort[reachable]]), ...roles].join(dot(language))
  }
}
