import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { Role } from '../../contract/access.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { Dialog, LeaveButton } from '../ui/layout/Dialog.tsx'
import { useRefusal } from './refusal.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { people as endpoints } from '../../contract/endpoints/people.ts'
import { PersonName } from '../../contract/person-name.ts'
import { nameKey } from '../../domain/access/person-name.ts'
import { ApiError } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { call } from '../lib/call.ts'
import { peopleQueries, useReloadPeople } from './queries.ts'
import dialog from '../ui/layout/Dialog.module.css'

type Props = {
  /** An existing person; null for a new one. */
  person: Person | null
  /** Which role is chosen at first. */
  role: Role
  asks: readonly ('role' | 'password')[]
  title: string
  /** What the change brings about. */
  hint?: string
  onClose: () => void
}

/** Adds a person, or sets the role or the password of one. What is refused stays in the dialog, with the reason. */
export function PersonDialog({ person, role, asks, title, hint, onClose }: Props) {
  const save = useSavePerson()
  const t = useAccessMessages()
  const { role: roleLabel } = useAccountMessages()
  const refusal = useRefusal()
  const [chosen, setChosen] = useState(role)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (given: FormData) =>
      save(person ?? { newName: formText(given, 'name').trim() }, {
        ...(asks.includes('role') && { role: chosen }),
        ...(asks.includes('password') && { password: formText(given, 'password') }),
      }),
  })
  const refusalOf = (field: 'name' | 'password') => (isRefused(error, field) ? t.people.refused[field] : null)
  return (
    <Dialog label={title} onClose={onClose} isForm>
      <Form
        className={dialog['dialog-body']}
        pending={isPending}
        error={error && (refusalOf('name') ?? refusalOf('password')) === null ? refusal(error) : null}
        onSubmit={(form) => mutate(new FormData(form), { onSuccess: onClose })}
      >
        <h2>{title}</h2>
        {person === null && (
          <TextField
            name="name"
            label={t.name}
            limits={limits.personName}
            error={refusalOf('name')}
            autoComplete="off"
            data-first-focus
          />
        )}
        {asks.includes('role') && <RoleChoice label={roleLabel} value={chosen} onChange={setChosen} />}
        {asks.includes('password') && (
          <TextField
            name="password"
            type="password"
            label={person === null ? t.password : t.people.newPassword}
            limits={limits.newPassword}
            error={refusalOf('password')}
            autoComplete="new-password"
            placeholder={t.people.passwordHint}
            data-first-focus={person !== null || undefined}
          />
        )}
        {hint !== undefined && <p className="muted">{hint}</p>}
        <SubmitRow label={t.people.save}>
          <LeaveButton />
        </SubmitRow>
      </Form>
    </Dialog>
  )
}

/**
 * Sets the role or the password of a person, or adds one. To add and to change is one request: a name that is taken, or
 * that no address can hold, is refused here.
 *
 * @throws ApiError where it was refused
 */
function useSavePerson(): (who: Person | { newName: string }, settings: PersonSettings) => Promise<unknown> {
  const { data: people } = useSuspenseQuery(peopleQueries.list())
  const reload = useReloadPeople()
  return async (who, settings) => {
    const name = 'name' in who ? who.name : who.newName
    if ('newName' in who) {
      const isTaken = people.some((person) => nameKey(person.name) === nameKey(name))
      if (isTaken || !PersonName.safeParse(name).success)
        throw new ApiError('invalid', name, { details: [{ field: 'name', message: name }] })
    }
    await call(endpoints.setPerson, { params: { name }, body: settings })
    return reload()
  }
}
