import type { ReactNode } from 'react'
import type { Words } from '../../../words/words.ts'
import styles from './RatingCell.module.css'

type Rating = keyof Words['rating']

/** A small coloured cell; `children` name what the colour says, or `label` does where only the platform is written in it. */
export function RatingCell({ rating, label, children }: { rating: Rating; label?: string; children: ReactNode }) {
  return (
    <span className={styles['rating-cell']} data-rating={rating} title={label}>
      {children}
      {label !== undefined && <span className="visually-hidden">: {label}</span>}
    </span>
  )
}
