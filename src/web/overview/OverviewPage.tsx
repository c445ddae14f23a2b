import { createLazyRoute, Link } from '@tanstack/react-router'
import { useCommon } from '../i18n/common.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'

export const overviewLazyRoute = createLazyRoute('/')({ component: OverviewPage })

function OverviewPage() {
  const common = useCommon()
  return (
    <main id="content">
      <title>{`${common.pages.overview} – HotFix Report`}</title>
      <PageHeader title={common.pages.overview} note="" />
      <Link to="/alerts" className="button">
        {common.pages.alerts}
      </Link>
    </main>
  )
}
