import { clsx } from 'clsx'
import type { BulletinContext } from '../../contract/bulletin-context.ts'
import { partlySuperseded } from '../../domain/bulletin/supersedence.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { BulletinLink } from './BulletinLink.tsx'
import { useBulletinMessages } from './messages.ts'
import type { SectionProps } from './section.ts'
import { useBulletinContext } from './use-context.ts'
import styles from './SupersedenceList.module.css'

/** Steps that are shown at once; a chain may have a hundred. */
const maxSteps = 3

type Step = BulletinContext['chain'][number]

/** The fixes before and after this one. Of later ones only those on file are known. */
export function SupersedenceList({ bulletin }: SectionProps) {
  const t = useBulletinMessages()
  const names = useShortPlatformNames()
  const { replacedBy, chain } = useBulletinContext()
  /** The platforms of a fix that is replaced on some of its platforms only. */
  const partly = partlySuperseded(bulletin)
  const onlyOn = (id: string) => {
    const only = partly.get(id)
    return only === undefined ? undefined : t.onlyOn(names(only))
  }
  // Documents of feeds leave out that a fix replaces nothing.
  const saysNone = bulletin.source.kind === 'hotfix-report' || bulletin.source.kind === 'microsoft-bulletin'
  const shown = chain.length <= maxSteps + 1 ? chain : chain.slice(0, maxSteps)
  const rest = chain.slice(shown.length)
  return (
    <dl className={styles['supersedence']}>
      <dt>{t.replacedBy}</dt>
      <dd className={clsx(replacedBy.length === 0 && 'muted')}>
        {replacedBy.length === 0
          ? t.notReplaced
          : replacedBy.map((id) => (
              <div key={id}>
                <BulletinLink id={id} />
              </div>
            ))}
      </dd>
      <dt>{t.supersedes}</dt>
      <dd>
        {chain.length === 0 && <span className="muted">{saysNone ? t.none : t.notStated}</span>}
        <Steps steps={shown} onlyOn={onlyOn} />
        {rest.length > 0 && (
          <details>
            <summary className="link">{t.before(rest.length)}</summary>
            <Steps steps={rest} onlyOn={onlyOn} />
          </details>
        )}
      </dd>
    </dl>
  )
}

type StepsProps = { steps: readonly Step[]; onlyOn: (id: string) => string | undefined }

function Steps({ steps, onlyOn }: StepsProps) {
  const t = useBulletinMessages()
  return (
    <ol>
      {steps.map(({ id, from, depth, doubt }) => (
        <li key={`${from} ${id}`} style={{ paddingInlineStart: `${Math.min(depth - 1, 6) * 8}px` }}>
          <BulletinLink id={id} />
          {doubt !== null && <small> {t.doubts[doubt]}</small>}
          {depth === 1 && onlyOn(id) !== undefined && <small> {onlyOn(id)}</small>}
        </li>
      ))}
    </ol>
  )
}
