import type { Remedy } from '../../contract/bulletin.ts'
import { useAdvisoryMessages } from '../i18n/advisory-words.ts'
import { useDocumentMessages } from '../i18n/document-words.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { useBulletinMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Named } from './Named.tsx'
import { Prose } from './Prose.tsx'
import type { PlatformNames } from '../i18n/platform-names.ts'
import type { SectionProps } from './section.ts'
import './Remedies.css'

/**
 * What the document advises, in prose: each text once, with the products that it is for, and with the vulnerabilities
 * where it is not for all of them.
 */
export function Remedies({ bulletin, names }: SectionProps) {
  const { length: all } = bulletin.vulnerabilities
  return (
    <ul className="remedies">
      {(bulletin.remedies ?? []).map((remedy) => (
        <li key={JSON.stringify([remedy.kind, remedy.text, remedy.url, remedy.on, remedy.restart])}>
          <RemedyText remedy={remedy} names={names} isForAll={remedy.vulnerabilities.length === all} />
        </li>
      ))}
    </ul>
  )
}

type Props = { remedy: Remedy; names: PlatformNames; isForAll: boolean }

function RemedyText({ remedy, names, isForAll }: Props) {
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const t = useBulletinMessages()
  const words = useWords()
  const language = useLanguage()
  const { kind, text, platforms, vulnerabilities, url, on, restart } = remedy
  return (
    <>
      <div className="head">
        <b>{documentWords.remedy[kind]}</b>
        {on !== undefined && <span>{formatDay(on, language)}</span>}
        {restart !== undefined && (
          <span>
            {t.restart}: {words.restart[restart]}
          </span>
        )}
        {url !== undefined && (
          <a className="link" href={url} rel="noreferrer">
            {advisoryWords.read}
          </a>
        )}
      </div>
      <Prose text={text} />
      <Named summary={advisoryWords.products(platforms.length)} count={platforms.length}>
        {names(platforms)}
      </Named>
      {!isForAll && (
        <Named summary={advisoryWords.vulnerabilities(vulnerabilities.length)} count={vulnerabilities.length}>
          {formatList(vulnerabilities, language)}
        </Named>
      )}
    </>
  )
}
