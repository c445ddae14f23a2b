/**
 * What the words and the pages on which a visit starts share, in the first file with the rest: in one of its own it would
 * be another request, and words that shared a file with a page would load that page.
 */
import './alerts/messages.ts'
import './changes/use-seen.ts'
import './i18n/format.ts'
import './i18n/local-text.tsx'
import './i18n/words.ts'
import './lib/lazy-page.ts'
import './triage/queries.ts'
import './ui/layout/Behind.tsx'
import './ui/marks/SeverityBadge.tsx'
import 'clsx'
