import type { Text } from '../../contract/text.ts'
import type { Restart } from '../../contract/words.ts'
import { restarts } from '../../contract/vocabulary.ts'

/** What is noted of a platform that needs another restart than the bulletin says, which is the strictest. */
export const restartNotes: Record<Restart, Text> = {
  required: { ja: '再起動: 必要', en: 'Restart: required' },
  maybe: { ja: '再起動: 必要な場合がある', en: 'Restart: may be needed' },
  'not-required': { ja: '再起動: 不要', en: 'Restart: not required' },
  unknown: { ja: '再起動: 記載なし', en: 'Restart: not stated' },
}

/** The restart that a note tells; undefined where it tells something else. */
export const notedRestart = (note: Text | undefined): Restart | undefined =>
  restarts.find((restart) => note?.en === restartNotes[restart].en && note?.ja === restartNotes[restart].ja)
