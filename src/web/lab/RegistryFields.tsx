import { clsx } from 'clsx'
import * as limits from '../../contract/limits.ts'
import {
  emptyRegistry,
  isNumeric,
  registryNumber,
  registryTypes,
  type RegistryDraft,
} from '../../domain/lab/registry.ts'
import { useRegistryMessages } from './registry-messages.ts'
import { Field } from '../ui/forms/Field.tsx'
import { useRecordMessages } from './record-messages.ts'
import styles from './RegistryFields.module.css'

type Props = { values: readonly RegistryDraft[]; onChange: (values: RegistryDraft[]) => void }

/** The registry values of a workaround, one by one. */
export function RegistryFields({ values, onChange }: Props) {
  const t = useRecordMessages()
  const registryText = useRegistryMessages()
  return (
    <>
      {values.map((value, at) => (
        <RegistryRow
          // The values have no ids, and keep their order.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          label={`${registryText.title} ${at + 1}`}
          value={value}
          onChange={(changed) => onChange(values.with(at, changed))}
          onRemove={() => onChange(values.toSpliced(at, 1))}
        />
      ))}
      <button
        type="button"
        className={clsx('button', styles['add'])}
        onClick={() => onChange([...values, emptyRegistry])}
      >
        {t.addRegistry}
      </button>
    </>
  )
}

type RowProps = {
  label: string
  value: RegistryDraft
  onChange: (value: RegistryDraft) => void
  onRemove: () => void
}

function RegistryRow({ label, value, onChange, onRemove }: RowProps) {
  const t = useRecordMessages()
  const registryText = useRegistryMessages()
  const numeric = isNumeric(value.type)
  const number = { pattern: registryNumber, title: t.registryNumber, inputMode: 'text' } as const
  const text = (name: Exclude<keyof RegistryDraft, 'type'>) => ({
    value: value[name],
    onChange: ({ target }: { target: HTMLInputElement }) => onChange({ ...value, [name]: target.value }),
  })
  return (
    <fieldset className={styles['registry-fields']}>
      <legend>{label}</legend>
      <Field label={registryText.key} className={styles['wide']} limits={limits.registryText}>
        {(control) => <input {...control} {...text('key')} required placeholder="HKEY_LOCAL_MACHINE\…" />}
      </Field>
      <Field label={registryText.name} limits={limits.registryText}>
        {(control) => <input {...control} {...text('name')} required />}
      </Field>
      <Field label={registryText.type}>
        {(control) => (
          <select
            {...control}
            value={value.type}
            onChange={({ target }) =>
              onChange({ ...value, type: registryTypes.find((type) => type === target.value) ?? value.type })
            }
          >
            {registryTypes.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={registryText.value} className={styles['wide']} limits={limits.registryText}>
        {(control) => <input {...control} {...text('value')} {...(numeric && number)} />}
      </Field>
      {numeric &&
        (['min', 'max'] as const).map((bound) => (
          <Field key={bound} label={t.registryBound[bound]} limits={limits.registryText}>
            {(control) => <input {...control} {...text(bound)} {...number} />}
          </Field>
        ))}
      <button type="button" className={clsx('link', styles['remove'])} onClick={onRemove}>
        {t.removeRegistry}
      </button>
    </fieldset>
  )
}
