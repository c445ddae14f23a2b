import { useCommon } from '../../i18n/common.ts'

/** In place of a page whose code or data is on its way. */
export const LoadingPage = () => (
  <main id="content" className="loading" role="status">
    {useCommon().loading}
  </main>
)
