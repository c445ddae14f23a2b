import { clsx } from 'clsx'
import { usePlansMessages } from '../messages.ts'
import styles from './CurveLabels.module.css'

type Props = {
  /** As it is written, such as `24 Jun 2025`. */
  day: string
  /** Whether it is before all curves, else after them. */
  isBefore: boolean
  /** Whether the finish is named above the top, near the left edge. */
  isFinishBeside: boolean
}

/** A due day that is too far from the curves to be drawn, at the edge beyond which it is. */
export function FarDue({ day, isBefore, isFinishBeside }: Props) {
  const { curve: t } = usePlansMessages()
  return (
    <b
      className={clsx(styles['far-due'], styles[isBefore ? 'before' : 'after'])}
      data-lowered={(isBefore && isFinishBeside) || undefined}
    >
      {isBefore ? t.dueBefore(day) : t.dueAfter(day)}
    </b>
  )
}
