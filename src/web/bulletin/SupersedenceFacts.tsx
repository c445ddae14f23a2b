import type { SupersedenceStep } from '../../domain/bulletin/supersedence.ts'
import { useBulletinMessages } from './messages.ts'
import type { BulletinLink } from './section.ts'
import './SupersedenceFacts.css'

type Props = {
  /** The bulletins that replace this one. */
  replacedBy: readonly string[]
  /** What this one replaces, and what that replaced. */
  chain: readonly SupersedenceStep[]
  /** Whether a bulletin that replaces nothing says so: documents of feeds leave it out. */
  saysNone: boolean
  /** The platforms on which it replaces a fix, where that is some of them only; by the name of the fix. */
  partly: ReadonlyMap<string, string>
  link: BulletinLink
}

/** The fixes before and after this one, with what is doubtful said: of later ones only those on file are known. */
export function SupersedenceFacts({ replacedBy, chain, saysNone, partly, link }: Props) {
  const t = useBulletinMessages()
  const noneWord = saysNone ? t.none : t.notStated
  const direct = chain.filter(({ depth }) => depth === 1)
  return (
    <>
      <div>
        <dt>{t.replacedBy}</dt>
        <dd data-tone={replacedBy.length === 0 ? 'unknown' : 'plain'}>
          {replacedBy.length === 0
            ? t.notReplaced
            : replacedBy.map((id) => <FixName key={id} step={null} id={id} link={link} />)}
        </dd>
      </div>
      <div>
        <dt>{t.supersedes}</dt>
        <dd data-tone={direct.length === 0 && !saysNone ? 'unknown' : ''}>
          {direct.length === 0
            ? noneWord
            : direct.map((step) => (
                <FixName key={step.id} step={step} id={step.id} only={partly.get(step.id)} link={link} />
              ))}
          {chain.length > direct.length && (
            <details className="supersedence-chain">
              <summary>{t.chain(chain.length)}</summary>
              <ol>
                {chain.map((step) => (
                  <li
                    key={`${step.from} ${step.id}`}
                    style={{ paddingInlineStart: `${Math.min(step.depth - 1, 8) * 10}px` }}
                  >
                    <FixName step={step} id={step.id} link={link} />
                  </li>
                ))}
              </ol>
            </details>
          )}
        </dd>
      </div>
    </>
  )
}

type NameProps = { step: SupersedenceStep | null; id: string; only?: string | undefined; link: BulletinLink }

function FixName({ step, id, only, link }: NameProps) {
  const t = useBulletinMessages()
  const doubt = step?.doubt ?? null
  return (
    <span className="fix-name">
      <span className="id">{link(id, id)}</span>
      {doubt !== null && <span className="muted"> {t.doubts[doubt]}</span>}
      {only !== undefined && <span className="muted"> {t.onlyOn(only)}</span>}{' '}
    </span>
  )
}
