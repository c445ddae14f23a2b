import type { ComponentProps } from 'react'
import { Fold } from '../../ui/layout/Fold.tsx'
import styles from './FoldedGroup.module.css'

/** A group of filters that is open while something in it is chosen. */
export const FoldedGroup = (props: ComponentProps<typeof Fold>) => (
  <Fold {...props} className={styles['folded-group']} />
)
