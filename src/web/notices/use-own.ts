import type { NoticeOwner } from '../../contract/notices.ts'
import { usePerson } from '../lib/me.ts'

/** The reader as the owner of channels and subscriptions; null of who has not signed in. */
export function useOwn(): NoticeOwner | null {
  const name = usePerson()?.name ?? null
  return name === null ? null : { kind: 'person', name }
}
