import type { SeenCount } from '../../../domain/lab/recorded.ts'
import { useBulletinMessages } from '../messages.ts'
import styles from './LabCount.module.css'

/** In how many tests the lab saw it. Said beside what the source says, never in place of it. */
export function LabCount({ seen }: { seen: SeenCount | null }) {
  const t = useBulletinMessages()
  return seen && <span className={styles['lab-count']}> {t.seenInLab(seen.yes, seen.of)}</span>
}
