import { useCommon } from '../i18n/common.ts'
import { ApiError, codeOf } from '../lib/api.ts'
import { messagesHook } from '../i18n/language.tsx'
import { useSideMessages } from './side-messages.ts'

/** The fields that may be refused, and what is to be entered there. */
const useFieldProblems = messagesHook<Partial<Record<string, string>>>({
  ja: {
    address: '宛先が正しくありません。https:// で始まる公開の URL か、メールアドレスを入力してください。',
    owner: 'この持ち主の送り先は設定できません。',
    channel: 'この送り先は使えません。',
    zone: 'このタイムゾーンは使えません。',
    name: '名前が正しくありません。',
    search: 'この条件は使えません。',
  },
  en: {
    address: 'The address is not right: enter a public address with https://, or a mail address.',
    owner: 'You cannot set up channels of this owner.',
    channel: 'This channel cannot be used.',
    zone: 'This time zone cannot be used.',
    name: 'The name is not right.',
    search: 'This filter cannot be used.',
  },
})

/** What of a form the server has refused, in words; else what went wrong. */
export function useFieldRefusal(): (error: unknown) => string {
  const problems = useFieldProblems()
  const common = useCommon()
  return (error) => {
    const fields = error instanceof ApiError ? error.details.flatMap(({ field }) => problems[field] ?? []) : []
    return fields.length === 0 ? common.problem[codeOf(error)] : [...new Set(fields)].join(' ')
  }
}

/** Says that a channel could not be changed, and why. */
export function useChannelRefusal(): (error: unknown) => string {
  const { failedAction } = useSideMessages()
  const refusal = useFieldRefusal()
  return (error) => `${failedAction} ${refusal(error)}`
}
