import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { historyQueries } from './queries.ts'
import { readQuery } from '../../domain/filter/query.ts'
import type { PlatformNames } from '../i18n/platform-names.ts'
import { VersionList } from './VersionList.tsx'

/** Once an import has changed the bulletin, what it was before. */
export function Versions({ id, names }: { id: string; names: PlatformNames }) {
  // The page is whole without it: nothing waits for it, and nothing is said where it cannot be had.
  const { data } = useQuery(historyQueries.of(id))
  if (data === undefined || data.versions.length < 2) return null
  return (
    <VersionList
      versions={data.versions}
      names={names}
      link={(version, label, content) => (
        <Link
          to="/bulletins/$id/compare"
          params={{ id }}
          search={(search) => ({ ...readQuery(search), from: String(version - 1), to: String(version) })}
          className="link"
          aria-label={label}
        >
          {content}
        </Link>
      )}
    />
  )
}
