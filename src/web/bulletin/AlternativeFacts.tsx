import type { Alternative } from '../../contract/bulletin.ts'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useVulnerabilityMessages } from '../i18n/vulnerability-words.ts'
import type { PlatformNames } from '../i18n/platform-names.ts'
import type { BulletinLink } from './section.ts'

type Props = { alternatives: readonly Alternative[]; names: PlatformNames; link: BulletinLink }

/** Fixes in place of this one: a hotpatch and the update that it stands for. */
export function AlternativeFacts({ alternatives, names, link }: Props) {
  const t = useVulnerabilityMessages()
  const language = useLanguage()
  if (alternatives.length === 0) return null
  return (
    <div>
      <dt>{t.alternatives}</dt>
      <dd data-tone="">
        {alternatives.map(({ bulletin, kind, platforms, lacks = [] }) => (
          <div key={`${bulletin} ${platforms.join(' ')}`}>
            <span className="id">{link(bulletin, bulletin)}</span> {t.alternativeKinds[kind]}
            <small className="muted">
              {' '}
              {names(platforms)}
              {lacks.length > 0 && ` · ${t.lacks(formatList(lacks, language))}`}
            </small>
          </div>
        ))}
        {alternatives.every(({ lacks }) => lacks === undefined) && (
          <small className="muted">{t.alternativesNote}</small>
        )}
      </dd>
    </div>
  )
}
