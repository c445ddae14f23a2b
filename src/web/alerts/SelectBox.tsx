import { useRef } from 'react'
import { clsx } from 'clsx'
import { useAlertsMessages } from './messages.ts'
import type { Selection } from './use-selection.ts'
import styles from './SelectBox.module.css'

type Props = { id: string; isOn: boolean; selection: Pick<Selection, 'toggle' | 'extendTo'> }

/** Selects a bulletin of a list; with Shift all from the one that was chosen last. */
export function SelectBox({ id, isOn, selection }: Props) {
  const t = useAlertsMessages()
  const isRange = useRef(false)
  return (
    <input
      type="checkbox"
      className={clsx('on-screen', styles['select'])}
      checked={isOn}
      onClick={({ shiftKey }) => {
        isRange.current = shiftKey
      }}
      onChange={() => (isRange.current ? selection.extendTo(id) : selection.toggle(id))}
      aria-label={t.select(id)}
    />
  )
}
