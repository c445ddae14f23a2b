import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labQueries, recordTest } from '../../client/lab-queries.ts'
import type { Summary } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { isAffected } from '../../domain/severity.ts'
import { RecordDialog } from '../../features/lab/RecordDialog.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useToday } from '../../ui/use-today.ts'

type Props = {
  bulletin: Summary
  edition: string
  editions: readonly Edition[]
  tree: readonly PlatformCount[]
  onClose: () => void
}

/** The dialog that records a result, for the bulletin and the edition of the address. */
export function RecordTest({ bulletin, edition, editions, tree, onClose }: Props) {
  const m = useLabMessages()
  const { language } = useMessages()
  const client = useQueryClient()
  const today = useToday()
  const { data: results = [] } = useQuery(labQueries.recorded(bulletin.id))
  const affected = new Set(
    bulletin.platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform),
  )
  const platforms = tree
    .filter(({ id }) => affected.has(id))
    .map(({ id, label }) => ({ id, name: readText(label, language).value }))
  return (
    <RecordDialog
      key={`${bulletin.id} ${edition}`}
      bulletin={bulletin.id}
      edition={edition}
      today={today}
      editions={editions}
      platforms={platforms}
      results={results}
      onClose={onClose}
      onRecord={(record) => recordTest(client, bulletin.id, record).then(onClose)}
    >
      <Link to="/bulletins/$id" params={{ id: bulletin.id }} search={readQuery} hash="tests" className="link">
        {m.toBulletin}
      </Link>
    </RecordDialog>
  )
}
