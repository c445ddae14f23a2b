import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { saved } from '../../contract/endpoints/saved.ts'
import { TeamNames } from '../../contract/teams.ts'
import { call } from '../lib/call.ts'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { useAccessMessages } from './messages.ts'
import { peopleQueries, useReloadPeople } from './queries.ts'
import { useRefusal } from './refusal.ts'
import stacked from './stacked-form.module.css'

const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

/** The teams that alerts can be assigned to, a name a line. */
export function TeamsPanel() {
  const { teams: t } = useAccessMessages()
  const client = useQueryClient()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  const { version, names } = useSuspenseQuery(peopleQueries.teams()).data
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (given: string[]) => call(saved.setTeams, { version, body: { names: given } }),
    onSuccess: (set) => client.setQueryData(peopleQueries.teams().queryKey, set),
    onSettled: () => reload(),
  })
  const isTooLong = (text: string) => !TeamNames.safeParse(namesIn(text)).success
  return (
    <Panel id="teams" title={t.title} isOnScreen={names.length === 0}>
      <Form
        // What another admin has set meanwhile takes the place of what is shown.
        key={version}
        className={stacked['stacked-form']}
        pending={isPending}
        error={error && refusal(error)}
        onSubmit={(form) => mutate(namesIn(formText(new FormData(form), 'teams')))}
      >
        <Field label={t.names} help={t.help}>
          {(control) => (
            <textarea
              {...control}
              name="teams"
              rows={Math.max(3, names.length + 1)}
              defaultValue={names.join('\n')}
              onInput={({ currentTarget }) =>
                currentTarget.setCustomValidity(isTooLong(currentTarget.value) ? t.tooLong : '')
              }
            />
          )}
        </Field>
        <SubmitRow label={t.save} isPrimary={false}>
          {isSuccess && <span role="status">{t.saved}</span>}
        </SubmitRow>
      </Form>
    </Panel>
  )
}
