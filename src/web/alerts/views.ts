/** What the address of the list says beside its filter. */
import { isView, type View } from '../filters/list-view.ts'

/** What the list keeps in its address beside the filter: its view, and which alert is shown beside the list. */
export type AlertsSearch = { view?: View | undefined; at?: string | undefined }

export const readAlertsSearch = ({ view, at }: Record<string, unknown>): AlertsSearch => ({
  ...(isView(view) && { view }),
  ...(typeof at === 'string' && at !== '' && at.length <= 200 && { at }),
})

/** Whether a search looks like that for a vulnerability, whose answer takes place above the list. */
export const asksForCve = (words = ''): boolean => /^c\w+-\d/i.test(words)
