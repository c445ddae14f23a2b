import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { HandlingQuery } from '../../contract/reports.ts'

type Props = {
  figure: HandlingQuery
  /** What it counts, for who does not see the table around it. */
  label?: string
  children: ReactNode
}

/** A figure that leads to the alerts that it counts, below the tables of the page. */
export const FigureLink = ({ figure, label, children }: Props) => (
  <Link to="/how-we-do" search={figure} hash="alerts" resetScroll={false} className="link" aria-label={label}>
    {children}
  </Link>
)
