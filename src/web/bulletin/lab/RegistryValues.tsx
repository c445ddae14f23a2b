import type { RegistryValue } from '../../../contract/bulletin.ts'
import { useRegistryMessages } from '../../lab/record/registry-messages.ts'
import { useBulletinMessages } from '../messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { registryRange, registrySetting, registryLines } from './registry.ts'
import styles from './RegistryValues.module.css'

/** Registry values: key, name, type, value and allowed range. */
export function RegistryValues({ values }: { values: readonly RegistryValue[] }) {
  const { copy, copied, copyFailed } = useBulletinMessages()
  const t = useRegistryMessages()
  return (
    <div className={styles['registry-values']} role="group" aria-label={t.title}>
      {values.map((value) => (
        <dl key={`${value.key}\\${value.name}`}>
          <Row name={t.key} value={value.key} />
          <Row name={t.name} value={value.name} />
          <Row name={t.type} value={value.type} />
          <Row name={t.value} value={registrySetting(value)} />
          <Row name={t.range} value={registryRange(value)} />
        </dl>
      ))}
      <CopyButton text={values.map(registryLines).join('\n\n')} label={copy} done={copied} failed={copyFailed} />
    </div>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  if (value === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  )
}
