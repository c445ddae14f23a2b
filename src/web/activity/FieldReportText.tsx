import type { FieldOutcome, FieldReportDetail } from '../../contract/field-reports.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { outcome: FieldOutcome } & FieldReportDetail

/** What a person saw outside the lab: where, on how many machines, and what. */
export function FieldReportText({ outcome, platform, edition, machines, build, text }: Props) {
  const t = useActivityMessages()
  const names = usePlatformNames()
  const language = useLanguage()
  const where = [edition || (platform !== null && names([platform])), build].filter(Boolean).join(dot(language))
  return (
    <>
      <p>{t.fieldReport[outcome](machines, where)}</p>
      {text !== '' && (
        <Markdown lang={language} isTyped>
          {text}
        </Markdown>
      )}
    </>
  )
}
