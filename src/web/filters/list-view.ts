/** How the list of alerts is drawn: the pages around it leave it the width for that. */
import { useDevice, type DeviceItem } from '../lib/device.ts'
import { useMedia } from '../ui/use-media.ts'

export const views = ['cards', 'table', 'split'] as const
export type View = (typeof views)[number]

export const isView = (value: unknown): value is View => views.some((view) => view === value)

/** The view that was chosen last. */
export const keptView: DeviceItem<View> = { key: 'hotfix-report.alerts-view', isValid: isView, initial: 'cards' }

/** The view that an address asks for, else the one that was chosen last. */
export function useWantedView(asked: View | undefined): View {
  const [kept] = useDevice(keptView)
  return asked ?? kept
}

/** The view that is drawn: side by side only where there is room, which no server knows. */
export function useListView(asked: View | undefined): { view: View; isWide: boolean } {
  const wanted = useWantedView(asked)
  const isWide = useMedia('(min-width: 1200px)')
  return { view: wanted === 'split' && !isWide ? 'cards' : wanted, isWide }
}
