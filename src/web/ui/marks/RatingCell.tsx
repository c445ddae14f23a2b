import type { ReactNode } from 'react'
import type { Words } from '../../../words/words.ts'
import styles from './RatingCell.module.css'

type Rating = keyof Words['rating']

/** The numeral of a severity, which its colour alone must not tell. */
const numeralOf = (rating: Rating): string | null =>
  typeof rating === 'number' ? String(rating) : rating === 'unrated' ? '?' : null

/** A small coloured cell; `children` name what the colour says, or `label` does where only the platform is written in it: its numeral is beside that. */
export function RatingCell({ rating, label, children }: { rating: Rating; label?: string; children: ReactNode }) {
  return (
    <span className={styles['rating-cell']} data-rating={rating} title={label}>
      {label !== undefined && numeralOf(rating) !== null && <b aria-hidden>{numeralOf(rating)}</b>}
      {children}
      {label !== undefined && <span className="visually-hidden">: {label}</span>}
    </span>
  )
}
