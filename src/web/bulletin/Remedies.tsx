import type { Remedy } from '../../contract/bulletin.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useAdvisoryMessages } from '../i18n/advisory-words.ts'
import { useDocumentMessages } from '../i18n/document-words.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { useBulletinMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FoldedNames } from './FoldedNames.tsx'
import { Prose } from './Prose.tsx'
import type { SectionProps } from './section.ts'
import styles from './Remedies.module.css'

/** What the document advises. Each text is shown once, with its products, and its vulnerabilities where those are not all. */
export function Remedies({ bulletin }: SectionProps) {
  const { length: all } = bulletin.vulnerabilities
  return (
    <ul className={styles['remedies']}>
      {(bulletin.remedies ?? []).map((remedy) => (
        <li key={JSON.stringify([remedy.kind, remedy.text, remedy.url, remedy.on, remedy.restart])}>
          <RemedyText remedy={remedy} isForAll={remedy.vulnerabilities.length === all} />
        </li>
      ))}
    </ul>
  )
}

type Props = { remedy: Remedy; isForAll: boolean }

function RemedyText({ remedy, isForAll }: Props) {
  const names = useShortPlatformNames()
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const t = useBulletinMessages()
  const words = useWords()
  const language = useLanguage()
  const { kind, text, platforms, vulnerabilities, url, on, restart } = remedy
  return (
    <>
      <div className={styles['head']}>
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
      <FoldedNames summary={advisoryWords.products(platforms.length)} count={platforms.length}>
        {names(platforms)}
      </FoldedNames>
      {!isForAll && (
        <FoldedNames summary={advisoryWords.vulnerabilities(vulnerabilities.length)} count={vulnerabilities.length}>
          {formatList(vulnerabilities, language)}
        </FoldedNames>
      )}
    </>
  )
}
