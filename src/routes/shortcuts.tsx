import { lazy, Suspense, useEffect, useState } from 'react'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'

const loadPalette = () => import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette }))
const CommandPalette = lazy(loadPalette)
const KeyboardHelp = lazy(() =>
  import('../ui/keyboard/KeyboardHelp.tsx').then((module) => ({ default: module.KeyboardHelp })),
)

/** The keys that work on every page, and the dialogs that they open; these are fetched when they are first wanted. */
export function Shortcuts() {
  const [opened, setOpened] = useState<'palette' | 'help' | null>(null)
  const open = (which: typeof opened) => () => {
    setOpened(which)
    return true
  }
  useShortcuts('everywhere', { palette: open('palette'), help: open('help') })
  // What is typed right after the keys must find the palette there: it is fetched as soon as the first of them goes down.
  useEffect(() => {
    const foresee = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void loadPalette()
    }
    document.addEventListener('keydown', foresee)
    return () => document.removeEventListener('keydown', foresee)
  }, [])
  const close = () => setOpened(null)
  return (
    <Suspense>
      {opened === 'palette' && <CommandPalette onClose={close} />}
      {opened === 'help' && <KeyboardHelp onClose={close} />}
    </Suspense>
  )
}
