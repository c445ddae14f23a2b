import { useCommon } from '../../i18n/common.ts'
import { codeOf } from '../../lib/api.ts'
import { LoadingPage } from './LoadingPage.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

/** In place of a page that is on its way, or could not be read. */
export function NotThere({ error, retry }: { error: unknown; retry: () => unknown }) {
  const common = useCommon()
  if (error === null) return <LoadingPage />
  return (
    <main id="content">
      <ProblemNotice of="page" title={common.problem[codeOf(error)]}>
        <button type="button" className="button" onClick={() => void retry()}>
          {common.retry}
        </button>
      </ProblemNotice>
    </main>
  )
}
