import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { textSearchQuery } from '../../catalogue/text-search.ts'
import { useTextHitMessages } from './text-hit-messages.ts'
import styles from './TextHit.module.css'

/** Where the words that are searched for occur in the texts of a bulletin; nothing where they do not, or it is not known yet. */
export function TextHit({ bulletin, q }: { bulletin: string; q: string }) {
  const t = useTextHitMessages()
  const { data } = useQuery(textSearchQuery(q.trim()))
  const hit = data?.hits.find((each) => each.bulletin === bulletin)
  if (hit === undefined) return null
  return (
    <p className={clsx('muted', styles['hit'])}>
      <span>{hit.of === null ? t.places[hit.place] : t.of(t.places[hit.place], hit.of)}</span>
      <q>{hit.text}</q>
    </p>
  )
}
