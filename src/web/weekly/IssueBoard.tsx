import { useMutation } from '@tanstack/react-query'
import { weekly } from '../../contract/endpoints/weekly.ts'
import type { KeptWeeklyIssue } from '../../contract/weekly.ts'
import { letterMarkdown } from '../../words/letter-markdown.ts'
import type { Letter } from '../../words/letter.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { ApiError, codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useWeeklyMessages } from './messages.ts'
import styles from './Boards.module.css'

type Props = {
  letter: Letter
  /** Null of one that is not out yet. */
  kept: KeptWeeklyIssue | null
  /** Versions of the fleet; 0 without one. */
  versions: number
}

/** How far the issue was delivered, and what can be done with it. */
export function IssueBoard({ letter, kept, versions }: Props) {
  const t = useWeeklyMessages()
  const language = useLanguage()
  return (
    <Panel id="this-issue" title={t.thisIssue}>
      <dl className={styles['facts']}>
        {kept !== null && (
          <>
            <dt>{t.delivered}</dt>
            <dd>
              {t.sent(kept.delivery.sent)}{' '}
              <small>
                {t.failed(kept.delivery.givenUp)}
                {kept.delivery.waiting > 0 && ` ${t.waiting(kept.delivery.waiting)}`}
              </small>
            </dd>
          </>
        )}
        <dt>{t.forms}</dt>
        <dd>{t.formsText}</dd>
        <dt>{t.scope}</dt>
        <dd>{versions === 0 ? t.scopeAll : t.scopeOwn(versions)}</dd>
      </dl>
      <div className={styles['actions']}>
        {kept !== null && <TryButton number={kept.number} />}
        <button type="button" className="button" onClick={() => window.print()}>
          {t.print}
        </button>
        <CopyButton
          text={() => letterMarkdown(letter, window.location.origin)}
          label={t.copy}
          done={t.copied}
          failed={t.copyFailed}
        />
      </div>
      <a className="link" href={`/api/weekly.atom?lang=${language}`}>
        {t.feed}
      </a>
    </Panel>
  )
}

/** Sends the issue to one's own mail. */
function TryButton({ number }: { number: number }) {
  const t = useWeeklyMessages()
  const common = useCommon()
  const trying = useMutation({
    mutationFn: () => call(weekly.tryWeekly, { params: { issue: String(number) } }),
  })
  const { error } = trying
  const failed = error instanceof ApiError && error.code === 'conflict' ? t.noMail : common.problem[codeOf(error)]
  return (
    <>
      <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
        {t.tryIt}
      </button>
      <p role="status">
        {trying.isSuccess && t.tried}
        {error !== null && failed}
      </p>
    </>
  )
}
