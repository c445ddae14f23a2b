import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fixStates, type BulletinFix } from '../../contract/fixes.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { useCommon } from '../i18n/common.ts'
import { FixMark } from './FixMark.tsx'
import { FixNotes } from './FixNotes.tsx'
import { useFixMessages } from './messages.ts'
import { fixQueries } from './queries.ts'
import styles from './BulletinFixes.module.css'

/** Platforms on which it is the same for the same reason. */
const alike = ({ state, reason, doubts }: BulletinFix) => JSON.stringify([state, reason, doubts])

/** What a bulletin is on the platforms of the fleet: to be installed, an alternative, or contained in a newer one. */
export function BulletinFixes({ bulletin: { id } }: { bulletin: { id: string } }) {
  const t = useFixMessages()
  const common = useCommon()
  const names = usePlatformNames()
  const hasFleet = useFleet().length > 0
  const { data, isError } = useQuery(fixQueries.ofBulletin(id))
  if (isError) return <p className="hot">{t.failed}</p>
  if (data === undefined) return <p className="muted">{common.loading}</p>
  if (data.length === 0) return <p className="muted">{hasFleet ? t.nothingHere : t.nothing}</p>
  const groups = [...Map.groupBy(data, alike).values()].toSorted(
    ([a], [b]) => fixStates.indexOf(a?.state ?? 'install') - fixStates.indexOf(b?.state ?? 'install'),
  )
  return (
    <>
      {!hasFleet && <p className="muted">{t.noFleet}</p>}
      <ul className={styles['bulletin-fixes']}>
        {groups.map((same) => {
          const [first] = same
          if (first === undefined) return null
          const { state, reason, doubts } = first
          const install = [...new Set(same.flatMap((each) => each.install))].filter((other) => other !== id)
          return (
            <li key={alike(first)}>
              <FixMark state={state} />
              <div>
                <span className={styles['platforms']}>{names(same.map(({ platform }) => platform))}</span>
                <FixNotes reason={reason} doubts={doubts} />
                {state !== 'install' && install.length > 0 && (
                  <span className={styles['install']}>
                    {t.installed('')}
                    {install.map((other) => (
                      <Link key={other} to="/bulletins/$id" params={{ id: other }} className="link">
                        {other}
                      </Link>
                    ))}
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
