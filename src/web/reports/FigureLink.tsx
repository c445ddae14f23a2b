import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { HandlingQuery } from '../../contract/reports.ts'

type Props = {
  figure: HandlingQuery
  /** What it counts, for who does not see the table around it. */
  label?: string
  className?: string | undefined
  children: ReactNode
}

/** A figure that leads to the alerts that it counts, below the tables of the page. */
export const FigureLink = ({ figure, label, className, children }: Props) => (
  <Link
    to="/how-we-do"
    search={figure}
    hash="alerts"
    resetScroll={false}
    className={clsx('link', className)}
    aria-label={label}
  >
    {children}
  </Link>
)
