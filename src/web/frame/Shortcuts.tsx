import { useEffect, useState, type ComponentType } from 'react'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'

type Dialog = ComponentType<{ onClose: () => void }>

/** What fetches the dialogs, when they are first wanted. */
const dialogs = {
  palette: async (): Promise<Dialog> => (await import('./CommandPalette.tsx')).CommandPalette,
  help: async (): Promise<Dialog> => (await import('../ui/keyboard/KeyboardHelp.tsx')).KeyboardHelp,
}

type Name = keyof typeof dialogs

const fetched: Partial<Record<Name, Dialog>> = {}

const fetchDialog = async (name: Name): Promise<Dialog> => (fetched[name] ??= await dialogs[name]())

/** The keys that work on every page, and the dialogs that they open. */
export function Shortcuts() {
  const [Opened, setOpened] = useState<Dialog | null>(null)
  const open = (name: Name) => () => {
    // A function as state must be wrapped, or React would take it for an update.
    const show = (dialog: Dialog) => setOpened(() => dialog)
    const dialog = fetched[name]
    // Within the key, React draws it before the next frame.
    if (dialog) show(dialog)
    else void fetchDialog(name).then(show)
    return true
  }
  useShortcuts('everywhere', { palette: open('palette'), help: open('help') })
  // What is typed right after the keys must find the palette there: it is fetched as soon as the first of them goes down.
  useEffect(() => {
    const foresee = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void fetchDialog('palette')
      if (key === 'Shift') void fetchDialog('help')
    }
    document.addEventListener('keydown', foresee)
    return () => document.removeEventListener('keydown', foresee)
  }, [])
  return Opened && <Opened onClose={() => setOpened(null)} />
}
