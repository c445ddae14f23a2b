import type { IssueResolution } from '../../contract/lab.ts'
import type { Text } from '../../contract/text.ts'
import { readText } from '../i18n/local-text.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useActivityMessages } from './messages.ts'

type Props = { state: IssueResolution['state']; title: Text; why: string }

/** That a known issue was resolved or reopened, and why. */
export function IssueText({ state, title, why }: Props) {
  const t = useActivityMessages()
  const language = useLanguage()
  return (
    <>
      <p>{t.issueState[state](readText(title, language).value)}</p>
      <p className="muted">{why}</p>
    </>
  )
}
