import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useRolloutMessages } from '../messages.ts'
import { bindingFor, type BindingOf } from '../../ui/keyboard/bindings.ts'
import { useEdited } from '../../ui/forms/use-edited.ts'
import styles from './FleetMarker.module.css'

type Props = {
  machines: number
  most: number
  /** Where the axis of time ends, in minutes. */
  top: number
  minutesAt: (machines: number) => number
  /** The text beside the marker, for a number of machines. */
  textAt: (machines: number) => string
  /** When the marker is grabbed: its changes are shares of the fleet at that moment. */
  onGrab: () => void
  onChange: (machines: number) => void
}

/** How many machines an arrow key or a step of dragging moves by, on a chart that ends at `most`. */
const stepOf = (most: number) => Math.max(1, Math.round(most / 200))

/** Where a key leads from `count`; null puts the marker back. */
const targets: Record<BindingOf<'marker'>, (count: number, most: number) => number | null> = {
  fewer: (count, most) => count - stepOf(most),
  more: (count, most) => count + stepOf(most),
  farFewer: (count, most) => count - 10 * stepOf(most),
  farMore: (count, most) => count + 10 * stepOf(most),
  none: () => 0,
  most: (_, most) => most,
  putBack: () => null,
}

/**
 * The fleet on the chart: a slider along the axis of machines. While it moves only the marker is drawn anew; the plan
 * follows when it is let go.
 */
export function FleetMarker({ machines, most, top, minutesAt, textAt, onGrab, onChange }: Props) {
  const t = useRolloutMessages()
  const [draft, setDraft] = useState<number | null>(null)
  const [settled, remember] = useEdited<number>(String(machines))
  const now = settled ?? machines
  const count = draft ?? now
  const move = (wanted: number) => setDraft(Math.min(most, Math.max(0, wanted)))
  const settle = () => {
    if (draft === null) return
    setDraft(null)
    if (draft === now) return
    remember(draft, String(draft))
    onChange(draft)
  }
  const follow = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const step = stepOf(most)
    move(Math.round((((clientX - left) / width) * most) / step) * step)
  }
  const press = (event: KeyboardEvent) => {
    const binding = bindingFor('marker', event)
    if (binding === null) return
    const target = targets[binding](count, most)
    if (target === null) setDraft(null)
    else move(target)
    event.preventDefault()
  }
  const share = count / most
  return (
    <div
      className={styles['fleet-marker']}
      data-fleet-marker
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        onGrab()
        follow(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
      }}
      onPointerUp={settle}
      onPointerCancel={() => setDraft(null)}
    >
      <div
        className={styles['handle']}
        style={{ left: `${share * 100}%`, ['--share' as string]: share }}
        role="slider"
        tabIndex={0}
        aria-label={t.marker}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={count}
        aria-valuetext={textAt(count)}
        aria-orientation="horizontal"
        onFocus={onGrab}
        onKeyDown={press}
        onKeyUp={settle}
        onBlur={settle}
      >
        {minutesAt(count) <= top && <i style={{ bottom: `${(minutesAt(count) / top) * 100}%` }} />}
        <output aria-hidden data-side={share > 0.5 ? 'left' : 'right'}>
          {textAt(count)}
        </output>
      </div>
    </div>
  )
}
