import type { IssueResolution } from '../../contract/lab.ts'
import type { Text } from '../../contract/text.ts'
import { readText } from '../i18n/local-text.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useRecordMessages } from './messages.ts'

type Props = { state: IssueResolution['state']; title: Text; why: string }

/** What somebody has said of a known issue, and why. */
export function IssueText({ state, title, why }: Props) {
  const t = useRecordMessages()
  const language = useLanguage()
  return (
    <>
      <p>{t.settled[state](readText(title, language).value)}</p>
      <p className="muted">{why}</p>
    </>
  )
}
