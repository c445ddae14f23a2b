import { useEffect, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'

type Dialog = ComponentType<{ onClose: () => void }>

/** The dialogs are fetched when they are first wanted. */
const dialogs = {
  palette: async (): Promise<Dialog> => (await import('./CommandPalette.tsx')).CommandPalette,
  help: async (): Promise<Dialog> => (await import('../ui/keyboard/KeyboardHelp.tsx')).KeyboardHelp,
}

/** The keys that work on every page, and the dialogs that they open. */
export function Shortcuts() {
  const [Opened, setOpened] = useState<Dialog | null>(null)
  const open = (which: keyof typeof dialogs) => () => {
    // A function as state must be wrapped, or React would take it for an update. Once it is fetched, it is in the next frame.
    void dialogs[which]().then((dialog) => flushSync(() => setOpened(() => dialog)))
    return true
  }
  useShortcuts('everywhere', { palette: open('palette'), help: open('help') })
  // What is typed right after the keys must find the palette there: it is fetched as soon as the first of them goes down.
  useEffect(() => {
    const foresee = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void dialogs.palette()
      if (key === 'Shift') void dialogs.help()
    }
    document.addEventListener('keydown', foresee)
    return () => document.removeEventListener('keydown', foresee)
  }, [])
  return Opened && <Opened onClose={() => setOpened(null)} />
}
