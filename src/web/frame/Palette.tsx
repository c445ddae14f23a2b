import { useId, useState } from 'react'
import { usePaletteMessages } from './palette-commands.ts'
import { Dialog } from '../ui/layout/Dialog.tsx'
import styles from './Palette.module.css'

/** Something that the palette can do. `also`: other words by which it is found. */
export type Command = {
  key: string
  group: CommandGroup
  name: string
  note?: string | undefined
  also?: string
  run: () => void
}
export type CommandGroup =
  | 'pages'
  | 'vulnerabilities'
  | 'bulletins'
  | 'plans'
  | 'platforms'
  | 'filters'
  | 'actions'
  | 'settings'

type Props = {
  /** The commands that a text finds, the best first within their group. */
  commandsFor: (text: string) => readonly Command[]
  onClose: () => void
}

/** Goes to any bulletin, platform, page or setting by its name. */
export function Palette({ commandsFor, onClose }: Props) {
  const t = usePaletteMessages()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  // In the order in which they are shown.
  const commands = [...Map.groupBy(commandsFor(text), ({ group }) => group).values()].flat()
  const active = Math.min(at, commands.length - 1)
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  const groups = [...Map.groupBy(commands.entries(), ([, { group }]) => group)]
  const steps: Partial<Record<string, () => void>> = {
    ArrowDown: () => setAt((active + 1) % Math.max(1, commands.length)),
    ArrowUp: () => setAt((active - 1 + commands.length) % Math.max(1, commands.length)),
    Enter: () => run(commands[active]),
  }
  return (
    <Dialog label={t.label} onClose={onClose}>
      <div className={styles['palette']}>
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-label={t.label}
          placeholder={t.placeholder}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const step = event.nativeEvent.isComposing ? undefined : steps[event.key]
            if (step === undefined) return
            event.preventDefault()
            step()
          }}
        />
        <div role="listbox" id={`${id}-list`} aria-label={t.label} tabIndex={-1}>
          {groups.map(([group, entries]) => (
            <div key={group} role="group" aria-label={t.groups[group]}>
              <h3 aria-hidden>{t.groups[group]}</h3>
              {entries.map(([position, command]) => (
                <div
                  key={command.key}
                  id={`${id}-${position}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={position === active}
                  ref={position === active ? inSight : undefined}
                  onClick={() => run(command)}
                  onKeyDown={(event) => event.key === 'Enter' && run(command)}
                >
                  <b>{command.name}</b>
                  {command.note !== undefined && <span>{command.note}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {commands.length === 0 && <p role="status">{t.none}</p>}
      </div>
    </Dialog>
  )
}

const inSight = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
