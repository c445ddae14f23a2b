import type { Bulletin } from '../../../contract/bulletin.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { dot, formatList } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useVulnerabilityMessages } from '../../i18n/vulnerability-words.ts'
import { BulletinLink } from '../BulletinLink.tsx'
import { Fact } from './Fact.tsx'

/** Fixes that can be installed in place of this one, such as a hotpatch. */
export function AlternativeFacts({ bulletin }: { bulletin: Bulletin }) {
  const t = useVulnerabilityMessages()
  const names = useShortPlatformNames()
  const language = useLanguage()
  const alternatives = bulletin.alternatives ?? []
  if (alternatives.length === 0) return null
  return (
    <Fact name={t.alternatives}>
      {alternatives.map(({ bulletin: id, kind, platforms, lacks = [] }) => (
        <div key={`${id} ${platforms.join(' ')}`}>
          <BulletinLink id={id} /> {t.alternativeKinds[kind]}
          <small className="muted">
            {' '}
            {names(platforms)}
            {lacks.length > 0 && dot(language) + t.lacks(formatList(lacks, language))}
          </small>
        </div>
      ))}
      {alternatives.every(({ lacks }) => lacks === undefined) && <small className="muted">{t.alternativesNote}</small>}
    </Fact>
  )
}
