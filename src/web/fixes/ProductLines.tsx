import { Link } from '@tanstack/react-router'
import type { FixLine, PlatformFix, ProductFixes } from '../../contract/fixes.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { dot, formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FixMark } from './FixMark.tsx'
import { FixNotes } from './FixNotes.tsx'
import { useFixMessages } from './messages.ts'
import styles from './ProductLines.module.css'

/** The product lines of products for which the same holds. */
export function ProductLines({ product: { platforms, lines } }: { product: ProductFixes }) {
  const t = useFixMessages()
  const names = usePlatformNames()
  return (
    <div className={styles['product-lines']}>
      <h3>{names(platforms)}</h3>
      {lines.map((line) => (
        <div key={`${line.line} ${line.name}`}>
          <h4>{line.name ?? t.lines[line.line]}</h4>
          <Line line={line} />
        </div>
      ))}
    </div>
  )
}

/** What is contained is folded. */
function Line({ line: { fixes } }: { line: FixLine }) {
  const t = useFixMessages()
  const contained = fixes.filter(({ state }) => state === 'contained')
  const others = fixes.filter(({ state }) => state !== 'contained')
  return (
    <>
      <FixRows fixes={others} />
      {contained.length > 0 && (
        <details>
          <summary className="link">{t.contained(contained.length)}</summary>
          <FixRows fixes={contained} />
        </details>
      )}
    </>
  )
}

function FixRows({ fixes }: { fixes: readonly PlatformFix[] }) {
  const t = useFixMessages()
  const language = useLanguage()
  return (
    <ul className={styles['fix-rows']}>
      {fixes.map(({ bulletin, state, reason, doubts, build, publishedOn }) => (
        <li key={bulletin}>
          <FixMark state={state} />
          <div>
            <Link to="/bulletins/$id" params={{ id: bulletin }} className="link">
              <b>{bulletin}</b>
            </Link>{' '}
            <small className="muted">
              {[formatDay(publishedOn, language), ...(build === undefined ? [] : [t.build(build)])].join(dot(language))}
            </small>
            <FixNotes reason={reason} doubts={doubts} />
          </div>
        </li>
      ))}
    </ul>
  )
}
