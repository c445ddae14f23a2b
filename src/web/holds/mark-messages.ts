/** What a mark says: that something is held, until when, and on what. */
import { messagesHook } from '../i18n/language.tsx'

const ja = {
  held: (day: string) => `保留 ${day} まで`,
  partly: (day: string) => `一部保留 ${day} まで`,
  short: '保留',
  everyFix: 'すべての修正',
  everyMachine: 'すべての機械',
  roles: (roles: string) => `役割 ${roles}`,
  until: (day: string) => `${day} まで保留`,
  and: '、',
}

const en: typeof ja = {
  held: (day) => `Hold until ${day}`,
  partly: (day) => `Held in part until ${day}`,
  short: 'Hold',
  everyFix: 'every fix',
  everyMachine: 'all machines',
  roles: (roles) => `role ${roles}`,
  until: (day) => `On hold until ${day}`,
  and: ', ',
}

export const useHoldMarkMessages = messagesHook({ ja, en })
