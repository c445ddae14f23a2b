import { createLazyRoute, Link } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { useZone } from '../../lib/clock.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { PanelsPage } from '../../ui/layout/PanelsPage.tsx'
import { recordQuery } from '../queries.ts'
import { RecordEntries } from './RecordEntries.tsx'
import { useBulletinRecordMessages } from './messages.ts'
import { RecordHolds } from './RecordHolds.tsx'
import { RecordSummary } from './RecordSummary.tsx'

export { loadRecord } from '../queries.ts'

export const recordLazyRoute = createLazyRoute('/bulletins/$id/record')({ component: RecordPage })

/** The record of an alert as one document: how far it came, who did what, and what was known then. */
function RecordPage() {
  const { id } = recordLazyRoute.useParams()
  const { data: record } = useSuspenseQuery(recordQuery(id))
  const t = useBulletinRecordMessages()
  const language = useLanguage()
  const zone = useZone()
  const { title, madeAt, by, last, entries } = record
  return (
    <PanelsPage>
      <title>{`${t.title(id)} – HotFix Report`}</title>
      <PageHeader
        title={t.title(id)}
        note={
          <>
            {readText(title, language).value}
            <br />
            {t.made(formatMoment(madeAt, language), zone, by, last)}
          </>
        }
      >
        <Link to="/bulletins/$id" params={{ id }} search={{}} className="button">
          {t.toAlert}
        </Link>
        <a className="button" href={`/api/bulletins/${encodeURIComponent(id)}/record`} download={`record_${id}.json`}>
          JSON
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          {t.print}
        </button>
      </PageHeader>
      <RecordSummary record={record} />
      <RecordHolds holds={record.holds} />
      <Panel id="log" title={t.log} note={t.entries(entries.length)}>
        <RecordEntries entries={entries} />
      </Panel>
    </PanelsPage>
  )
}
