import { clsx } from 'clsx'
import * as limits from '../../../contract/limits.ts'
import {
  emptyRegistry,
  isNumeric,
  registryNumber,
  registryTypes,
  type RegistryDraft,
} from '../../../domain/lab/registry.ts'
import { useRegistryMessages } from './registry-messages.ts'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import { useRecordMessages } from './messages.ts'
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
    limits: limits.registryText,
    value: value[name],
    onText: (entered: string) => onChange({ ...value, [name]: entered }),
  })
  return (
    <fieldset className={styles['registry-fields']}>
      <legend>{label}</legend>
      <TextField
        label={registryText.key}
        className={styles['wide']}
        {...text('key')}
        required
        placeholder="HKEY_LOCAL_MACHINE\…"
      />
      <TextField label={registryText.name} {...text('name')} required />
      <ListField
        label={registryText.type}
        value={value.type}
        options={registryTypes.map((type) => ({ value: type, label: type }))}
        onChoose={(type) => onChange({ ...value, type })}
      />
      <TextField label={registryText.value} className={styles['wide']} {...text('value')} {...(numeric && number)} />
      {numeric &&
        (['min', 'max'] as const).map((bound) => (
          <TextField key={bound} label={t.registryBound[bound]} {...text(bound)} {...number} />
        ))}
      <button type="button" className={clsx('link', styles['remove'])} onClick={onRemove}>
        {t.removeRegistry}
      </button>
    </fieldset>
  )
}
