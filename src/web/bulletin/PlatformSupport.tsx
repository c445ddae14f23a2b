import { useState } from 'react'
import type { PlatformLifecycle } from '../../contract/lifecycle.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isAffected } from '../../domain/bulletin/severity.ts'
import { lifecycleAmong } from '../../domain/platforms/lifecycle.ts'
import { countedAs, isWithin } from '../../domain/platforms/platforms.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useLifecycles } from '../fleet/lifecycle.ts'
import { SupportPill } from '../fleet/SupportPill.tsx'
import { useSupportMessages } from '../fleet/support-messages.ts'
import { dot, formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import type { SectionProps } from './section.ts'

/** More than these are shown on request. */
const maxAtFirst = 8

/** Until when the platforms concerned are supported: those of the fleet, or all where there is none. */
export function PlatformSupport({ bulletin }: SectionProps) {
  const t = useSupportMessages()
  const [isWhole, setWhole] = useState(false)
  const fleet = useFleet()
  const lifecycles = useLifecycles()
  const affected = bulletin.platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform)
  const ours = affected.filter((id) => fleet.some(({ platform }) => isWithin(id, platform) || isWithin(platform, id)))
  // One row for each version, whatever the machine.
  const shown = [...Map.groupBy(fleet.length > 0 ? ours : affected, countedAs)].map(([id, [first = id]]) => first)
  if (lifecycles === undefined) return null
  if (shown.length === 0) return <p className="muted">{t.none}</p>
  const rows = isWhole ? shown : shown.slice(0, maxAtFirst)
  return (
    <>
      <DataTable
        label={fleet.length > 0 ? t.ours : t.all}
        head={[fleet.length > 0 ? t.ours : t.all, t.support, t.edition, t.sourceHead]}
        isStacked
      >
        <tbody>
          {rows.map((id) => (
            <Row key={id} id={id} lifecycle={lifecycleAmong(lifecycles, id)} />
          ))}
        </tbody>
      </DataTable>
      {rows.length < shown.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t.more(shown.length - rows.length)}
        </button>
      )}
    </>
  )
}

function Row({ id, lifecycle }: { id: PlatformId; lifecycle: PlatformLifecycle | null }) {
  const t = useSupportMessages()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const day = (iso: string) => formatDay(iso, language)
  const untilOf = (until: string) =>
    until === 'open' ? t.open : until === 'ended' ? t.ended(null) : t.until(day(until))
  return (
    <tr>
      <th scope="row">{names([id])}</th>
      <td data-head={t.support}>
        <SupportPill lifecycle={lifecycle} />
      </td>
      <td data-head={t.edition}>
        {lifecycle?.terms.map(({ name, edition, until, paidUntil }) => (
          <p key={name + (edition ?? '')}>
            {[
              `${edition === undefined ? name : t.editions[edition]}: ${untilOf(until)}`,
              ...(paidUntil === undefined ? [] : [t.paid(day(paidUntil))]),
            ].join(dot(language))}
          </p>
        ))}
      </td>
      <td data-head={t.sourceHead}>
        {lifecycle !== null && (
          <a className="link" href={lifecycle.source.url} rel="noreferrer">
            {t.source(lifecycle.source.title, day(lifecycle.source.asOf))}
          </a>
        )}
      </td>
    </tr>
  )
}
