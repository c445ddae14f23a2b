import type { NoticeContent } from '../../../../contract/notices.ts'
import { freshRow } from '../outbox/rows.ts'
import type { Tx } from '../tables.ts'

/** Tells a person at their own mail address, where they have confirmed one, that another has set their password. */
export async function tellOfPassword(tx: Tx, personId: number, by: string, at: string): Promise<void> {
  const channels = await tx
    .selectFrom('channel')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', 'email')
    .where('state', '=', 'working')
    .execute()
  for (const { id, name, address, owner_name: owner } of channels) {
    const to = {
      subscription: null,
      name: name === '' ? address : name,
      owner: { kind: 'person', name: owner },
      channel: id,
      kind: 'email',
      address,
    } as const
    const content: NoticeContent = { about: 'password', by, at }
    await tx
      .insertInto('notice')
      .values(freshRow(to, at, { due_at: at, content: JSON.stringify(content) }))
      .execute()
  }
}
