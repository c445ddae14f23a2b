/** How the list is drawn, and what of that is kept on this device. */
import type { DeviceItem } from '../lib/device.ts'

export const views = ['cards', 'table', 'split'] as const
export type View = (typeof views)[number]

export const isView = (value: unknown): value is View => views.some((view) => view === value)

/** The view that was chosen last. */
export const keptView: DeviceItem<View> = { key: 'hotfix-report.alerts-view', isValid: isView, initial: 'cards' }

/** What the list keeps in its address beside the filter: its view, and which alert is shown beside the list. */
export type AlertsSearch = { view?: View | undefined; at?: string | undefined }

export const readAlertsSearch = ({ view, at }: Record<string, unknown>): AlertsSearch => ({
  ...(isView(view) && { view }),
  ...(typeof at === 'string' && at !== '' && at.length <= 200 && { at }),
})

/** Whether a search looks like that for a vulnerability, whose answer takes place above the list. */
export const asksForCve = (words = ''): boolean => /^c\w+-\d/i.test(words)
