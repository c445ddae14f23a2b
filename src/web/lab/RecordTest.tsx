import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { labQueries, recordTest } from './queries.ts'
import type { Summary } from '../../contract/summary.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { appliesTo } from '../../domain/lab/applies.ts'
import { isAffected } from '../../domain/bulletin/severity.ts'
import { platformNames } from '../i18n/platform-names.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useLabMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useToday } from '../lib/use-today.ts'

type Props = {
  /** Null where none is chosen yet. */
  bulletin: Summary | null
  /** All that are on file. */
  bulletins: readonly string[]
  /** Empty where no cell was chosen: then any bulletin can be. */
  edition: string
  editions: readonly Edition[]
  tree: readonly PlatformCount[]
  onChoose: (bulletin: string) => void
  onClose: () => void
}

/** The dialog that records a result, for the bulletin and the edition of the address. */
export function RecordTest({ bulletin, bulletins, edition, editions, tree, onChoose, onClose }: Props) {
  const t = useLabMessages()
  const common = useCommon()
  const language = useLanguage()
  const href = useLocation({ select: (location) => location.href })
  const client = useQueryClient()
  const today = useToday()
  const id = bulletin?.id ?? ''
  const { data: results = [] } = useQuery({ ...labQueries.recorded(id), enabled: bulletin !== null })
  const affected = new Set(
    bulletin?.platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform),
  )
  const platforms = tree
    .filter((platform) => affected.has(platform.id))
    .map(({ id: platform, label }) => ({ id: platform, name: readText(label, language).value }))
  const names = platformNames(tree, language)
  const known = new Map(tree.map((platform) => [platform.id, platform]))
  return (
    <RecordDialog
      // What is entered belongs to a cell; where none was chosen, the bulletin is one of the things that are entered.
      key={edition === '' ? '' : `${id} ${edition}`}
      bulletin={id}
      choice={edition === '' ? { bulletins, onChoose } : null}
      edition={edition}
      today={today}
      editions={editions}
      platforms={platforms}
      nameOf={(platform) => names([platform])}
      appliesTo={(platform) => appliesTo(bulletin?.platforms ?? [], platform, known)}
      results={results}
      onClose={onClose}
      onRecord={(record) => recordTest(client, id, record)}
      signIn={
        <Link to="/sign-in" search={{ to: href }} className="link">
          {common.problem.unauthenticated}
        </Link>
      }
    >
      {bulletin !== null && (
        // Beside the form, which would else be lost.
        <Link to="/bulletins/$id" params={{ id }} search={readQuery} hash="tests" className="link" target="_blank">
          {t.toBulletin}
        </Link>
      )}
    </RecordDialog>
  )
}
