import type { Filter } from '../../../domain/filter/filter.ts'
import { useFilterMessages } from '../messages.ts'
import { FacetGroup } from './FacetGroup.tsx'
import styles from './PublishedFacet.module.css'

type Props = { filter: Filter; onChange: (change: Partial<Filter>) => void }

/** The days between which a bulletin was published; either end may be open. */
export function PublishedFacet({ filter: { publishedFrom, publishedTo }, onChange }: Props) {
  const t = useFilterMessages()
  const day = (value: string) => (value === '' ? null : value)
  return (
    <FacetGroup
      title={t.published}
      isActive={publishedFrom !== null || publishedTo !== null}
      onClear={() => onChange({ publishedFrom: null, publishedTo: null })}
    >
      <div className={styles['published']}>
        <input
          type="date"
          aria-label={t.publishedFrom}
          value={publishedFrom ?? ''}
          max={publishedTo ?? undefined}
          onChange={(event) => onChange({ publishedFrom: day(event.target.value) })}
        />
        <span aria-hidden>–</span>
        <input
          type="date"
          aria-label={t.publishedTo}
          value={publishedTo ?? ''}
          min={publishedFrom ?? undefined}
          onChange={(event) => onChange({ publishedTo: day(event.target.value) })}
        />
      </div>
    </FacetGroup>
  )
}
