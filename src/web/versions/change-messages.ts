import { changeWords } from '../../words/changes.ts'
import { messagesHook } from '../i18n/language.tsx'

export const useChangeMessages = messagesHook(changeWords)
