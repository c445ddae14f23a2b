import { clsx } from 'clsx'
import { usePlansMessages } from '../messages.ts'
import styles from './CurveLabels.module.css'

type Props = {
  /** As it is written, such as `24 Jun 2025`. */
  day: string
  /** Whether it is before all curves, else after them. */
  isBefore: boolean
  /** Where the finish is named above the top, as a share of the axis; null where it is not. */
  finish: number | null
}

/** A due day that is too far from the curves to be drawn, at the edge beyond which it is. */
export function FarDue({ day, isBefore, finish }: Props) {
  const { curve: t } = usePlansMessages()
  return (
    <b
      className={clsx(styles['far-due'], isBefore ? styles['before'] : styles['after'])}
      data-lowered={finish === null ? undefined : finish < 0.75 ? 'always' : 'narrow'}
    >
      {isBefore ? t.dueBefore(day) : t.dueAfter(day)}
    </b>
  )
}
