import type { RegistryValue } from '../../../contract/bulletin.ts'
import { useBulletinMessages } from '../../../i18n/bulletin-messages.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { registryRange, registrySetting, registryText } from './registry.ts'

/** Registry values as data: the key, then name, type and what may be set. */
export function RegistryValues({ values }: { values: readonly RegistryValue[] }) {
  const t = useBulletinMessages()
  const { copy, copied, copyFailed } = t
  return (
    <div className="registry-values" role="group" aria-label={t.registry}>
      {values.map((value) => (
        <dl key={`${value.key}\\${value.name}`}>
          <Row name={t.registryKey} value={value.key} />
          <Row name={t.registryName} value={value.name} />
          <Row name={t.registryType} value={value.type} />
          <Row name={t.registryValue} value={registrySetting(value)} />
          <Row name={t.registryRange} value={registryRange(value)} />
        </dl>
      ))}
      <CopyButton text={values.map(registryText).join('\n\n')} label={copy} done={copied} failed={copyFailed} />
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
