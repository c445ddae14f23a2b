import { useState } from 'react'
import { dateOrders, type FileFault } from '../../../contract/inventory.ts'
import { machineName } from '../../../contract/limits.ts'
import { TextField } from '../../ui/forms/controls.tsx'
import { useInventoryMessages } from './messages.ts'
import { timeOf, type QueuedFile } from './queue.ts'
import type { InventoryActions } from './use-inventory.ts'
import styles from './InventoryPanel.module.css'

type Props = { queued: QueuedFile; fault: FileFault; actions: InventoryActions }

/** What a file does not say itself, where that is all that is wrong with it. */
export function AskedFor({ queued, fault, actions }: Props) {
  const t = useInventoryMessages()
  const [name, setName] = useState('')
  if (fault === 'date-order')
    return (
      <fieldset className={styles['actions']}>
        <legend className="visually-hidden">{t.dates}</legend>
        {dateOrders.map((dates) => (
          <button key={dates} type="button" className="button" onClick={() => actions.lookAgain(queued, { dates })}>
            {t.dateOrders[dates]}
          </button>
        ))}
      </fieldset>
    )
  if (fault !== 'no-machine-name') return null
  return (
    <form
      className={styles['actions']}
      onSubmit={(event) => {
        event.preventDefault()
        actions.lookAgain(queued, { machine: name.trim() })
      }}
    >
      <TextField label={t.machineName} limits={machineName} value={name} onText={setName} />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t.readAgain}
      </button>
    </form>
  )
}

/** A moment as a field for day and time has it, on the clock of this device: `2025-06-20T12:00`. */
const fieldValue = (moment: string) => new Date(moment).toLocaleString('sv-SE').slice(0, 16).replace(' ', 'T')

/** When machines were looked at, where the format does not say it: the time of the file, until the reader knows better. */
export function SeenAt({ queued, actions }: Omit<Props, 'fault'>) {
  const t = useInventoryMessages()
  const [value, setValue] = useState(() => fieldValue(timeOf(queued)))
  const isOther = value !== '' && value !== fieldValue(timeOf(queued))
  return (
    <form
      className={styles['actions']}
      onSubmit={(event) => {
        event.preventDefault()
        actions.lookAgain(queued, { seenAt: new Date(value).toISOString() })
      }}
    >
      <TextField type="datetime-local" label={t.seenAt} help={t.fileTime} value={value} onText={setValue} />
      {isOther && (
        <button type="submit" className="button">
          {t.apply}
        </button>
      )}
    </form>
  )
}
