import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import { PagePart } from '../ui/layout/PagePart.tsx'
import styles from './Board.module.css'

type Props = {
  id: string
  title: string
  note?: ReactNode
  /** What can be gone to from here; beside the title. */
  links?: ReactNode
  className?: string | undefined
  children?: ReactNode
}

/** A part of the start page: its title, what it counts, and the way to the page that has all of it. */
export const Board = ({ links, className, children, ...named }: Props) => (
  <PagePart
    {...named}
    isFull
    className={clsx(styles['board'], className)}
    {...(links !== undefined && { actions: <div className={styles['links']}>{links}</div> })}
  >
    {children}
  </PagePart>
)
