import { useEffect, useMemo } from 'react'
import type { Columns } from '../../domain/filter/columns.ts'
import { changeSince, withSeen, type SeenRevisions } from '../../domain/bulletin/visit.ts'
import type { Summary } from '../../contract/summary.ts'
import { useDevice, type DeviceItem } from '../lib/device.ts'
import { isRecord, isText } from '../lib/shapes.ts'
import { useFiltered } from '../filters/use-filtered.ts'

/** What this browser has seen; null before its first visit, on which nothing counts as new. */
const seenItem: DeviceItem<SeenRevisions | null> = {
  key: 'hotfix-report.seen',
  isValid: (kept): kept is SeenRevisions => isRecord(kept) && Object.values(kept).every(isText),
  initial: null,
}

const bulletinsOf = ({ table, summaryAt }: Columns) => Array.from({ length: table.rows }, (_, row) => summaryAt(row))

/** What is new or revised since the last visit: of one bulletin, how many in all, and how to mark all as seen. */
export function useLastVisit() {
  const { columns } = useFiltered()
  const [seen, setSeen] = useDevice(seenItem)
  const markSeen = () => setSeen(withSeen({}, bulletinsOf(columns)))
  useEffect(() => {
    if (seen === null) markSeen()
  })
  const changeOf = (bulletin: Summary) => seen && changeSince(seen, bulletin)
  const changed = useMemo(
    () => (seen === null ? 0 : bulletinsOf(columns).filter((bulletin) => changeSince(seen, bulletin) !== null).length),
    [seen, columns],
  )
  return { changeOf, changed, markSeen }
}
