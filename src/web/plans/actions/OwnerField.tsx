import { useId } from 'react'
import { useQuery } from '@tanstack/react-query'
import * as limits from '../../../contract/limits.ts'
import { read } from '../../lib/api.ts'
import { wholeKey } from '../../lib/query-keys.ts'
import { Field } from '../../ui/forms/Field.tsx'
import { usePlanActionMessages } from './messages.ts'

/** Who looks after the plan: the people and teams on file are offered, and any other name is taken. */
export function OwnerField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = usePlanActionMessages()
  const list = useId()
  const { data } = useQuery({
    queryKey: wholeKey('assignees'),
    queryFn: ({ signal }) => read('/api/assignees', { signal }),
  })
  return (
    <Field label={t.owner} limits={{ maxLength: limits.assignee.maxLength }}>
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            autoComplete="off"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={list}>
            {[...(data?.teams ?? []), ...(data?.people ?? [])].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
