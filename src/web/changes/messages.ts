/** What is said beside a change. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  by: (who: string) => `記録: ${who}`,
  from: (document: string, who: string) => `出典: ${document}（取り込み: ${who}）`,
}

const en: typeof ja = {
  by: (who) => `Recorded by ${who}`,
  from: (document, who) => `From ${document}, imported by ${who}`,
}

export const useChangeNoteMessages = messagesHook({ ja, en })
