import { Link } from '@tanstack/react-router'
import { PagePart } from '../ui/layout/PagePart.tsx'
import { useSideMessages } from './side-messages.ts'

/** The way to addresses for feed readers and calendars, which ask by themselves. */
export function FeedsBoard() {
  const t = useSideMessages()
  return (
    <PagePart id="feeds" title={t.feeds}>
      <p className="muted">{t.feedsHint}</p>
      <Link to="/feeds" className="button">
        {t.toFeeds}
      </Link>
    </PagePart>
  )
}
