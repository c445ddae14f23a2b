/** How the list of alerts is drawn: the pages around it leave it the width for that. */
import { useDevice, type DeviceItem } from '../lib/device.ts'
import { useMedia } from '../ui/use-media.ts'

export const views = ['cards', 'table', 'split'] as const
export type View = (typeof views)[number]

export const isView = (value: unknown): value is View => views.some((view) => view === value)

/** The view that was chosen last. */
export const keptView: DeviceItem<View> = { key: 'hotfix-report.alerts-view', isValid: isView, initial: 'cards' }

/** The view that an address asks for, else the one that was chosen last; side by side only where there is room. */
export function useListView(asked: View | undefined): { view: View; isWide: boolean } {
  const [kept] = useDevice(keptView)
  const isWide = useMedia('(min-width: 1200px)')
  const wanted = asked ?? kept
  return { view: wanted === 'split' && !isWide ? 'cards' : wanted, isWide }
}
