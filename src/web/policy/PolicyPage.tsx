import { createLazyRoute } from '@tanstack/react-router'
import type { DuePolicy } from '../../contract/due.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { DaysTable } from './DaysTable.tsx'
import { usePolicyMessages } from './messages.ts'
import { PolicyForm } from './PolicyForm.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'
import styles from './PolicyPage.module.css'

export const policyLazyRoute = createLazyRoute('/policy')({ component: PolicyPage })

function PolicyPage() {
  const t = usePolicyMessages()
  const language = useLanguage()
  const mayEdit = useMay('admin')
  const draft = usePolicyDraft()
  const { policy, setBy } = draft
  return (
    <PanelsPage>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.note} />
      <Panel
        id="policy"
        title={t.kinds[policy.kind]}
        note={setBy === null ? t.neverSet : t.setBy(setBy.by, formatMoment(setBy.at, language))}
      >
        {mayEdit ? <PolicyForm draft={draft} /> : <PolicyFacts policy={policy} />}
      </Panel>
    </PanelsPage>
  )
}

/** The policy for those who may not change it. */
function PolicyFacts({ policy }: { policy: DuePolicy }) {
  const t = usePolicyMessages()
  return (
    <div className={styles['form']}>
      {policy.kind === 'table' ? (
        <>
          <DaysTable days={policy.days} onChange={null} />
          <p className="muted">{t.daysHint}</p>
        </>
      ) : (
        <>
          <p>{t.directiveHint}</p>
          <p>
            {t.exposure}: {t.exposures[policy.unknownExposure]}
          </p>
        </>
      )}
      <p>
        {t.zone}: {policy.zone}
      </p>
      <p className="muted">{t.readOnly}</p>
    </div>
  )
}
