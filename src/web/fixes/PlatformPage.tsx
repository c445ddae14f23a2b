import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import type { PlatformFixes as Fixes, ProductFixes } from '../../contract/fixes.ts'
import { GivenPlatforms } from '../catalogue/platforms.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { useFixMessages } from './messages.ts'
import { ProductLines } from './ProductLines.tsx'
import { fixQueries } from './queries.ts'

export { fixQueries } from './queries.ts'

export const platformLazyRoute = createLazyRoute('/platforms/$id')({ component: PlatformPage })

const toInstall = (products: readonly ProductFixes[]) => [
  ...new Set(
    products.flatMap(({ lines }) =>
      lines.flatMap(({ fixes }) => fixes.filter(({ state }) => state === 'install').map(({ bulletin }) => bulletin)),
    ),
  ),
]

/** What is to be installed on a platform, and what each other fix is beside it. */
function PlatformPage() {
  const { id } = platformLazyRoute.useParams()
  const answer = useSuspenseQuery(fixQueries.ofPlatform(id)).data
  return (
    <GivenPlatforms value={answer.platforms}>
      <PlatformFixes id={id} answer={answer} />
    </GivenPlatforms>
  )
}

function PlatformFixes({ id, answer: { products, beside } }: { id: string; answer: Fixes }) {
  const t = useFixMessages()
  const language = useLanguage()
  const name = useShortPlatformNames()([id])
  const install = toInstall(products)
  return (
    <PanelsPage>
      <title>{`${t.pageTitle(name)} – HotFix Report`}</title>
      <PageHeader
        title={t.pageTitle(name)}
        note={install.length === 0 ? t.nothing : t.lead(formatList(install, language))}
      >
        <Link to="/alerts" search={{ platform: id }} className="button">
          {t.alertsOf(name)}
        </Link>
      </PageHeader>
      {products.length > 0 && (
        <Panel id="fixes" title={t.title}>
          {products.map((product) => (
            <ProductLines key={product.platforms.join(' ')} product={product} />
          ))}
        </Panel>
      )}
      {beside.length > 0 && (
        <Panel id="beside" title={t.beside} note={t.besideHint}>
          {beside.map((product) => (
            <ProductLines key={product.platforms.join(' ')} product={product} />
          ))}
        </Panel>
      )}
    </PanelsPage>
  )
}
