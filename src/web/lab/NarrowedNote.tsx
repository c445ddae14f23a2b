import { Link } from '@tanstack/react-router'
import { useGridMessages } from './grid-messages.ts'
import type { ShownOption } from './shown.ts'
import styles from './GridFooter.module.css'

/** That the grid shows only what a figure counts, and the way back. */
export function NarrowedNote({ only }: { only: ShownOption | null }) {
  const t = useGridMessages()
  if (only === null) return null
  return (
    <p className={styles['narrowed']}>
      {t.only(only === 'done' ? t.progress : only === 'untested' ? t.untestedWord : t.shown[only])}{' '}
      <Link to="/tests" search={(search) => ({ ...search, only: undefined })} className="link" resetScroll={false}>
        {t.showAll}
      </Link>
    </p>
  )
}
