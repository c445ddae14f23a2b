import type { RegistryValue } from '../../contract/bulletin.ts'
import { useMessages } from '../../i18n/messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { registryRange, registrySetting, registryText } from './registry.ts'

/** Registry values as data: the key, then name, type and what may be set. */
export function RegistryValues({ values }: { values: readonly RegistryValue[] }) {
  const { t } = useMessages()
  const { copy, copied, copyFailed } = t.bulletin
  return (
    <div className="registry-values" role="group" aria-label={t.bulletin.registry}>
      {values.map((value) => (
        <dl key={`${value.key}\\${value.name}`}>
          <Row name={t.bulletin.registryKey} value={value.key} />
          <Row name={t.bulletin.registryName} value={value.name} />
          <Row name={t.bulletin.registryType} value={value.type} />
          <Row name={t.bulletin.registryValue} value={registrySetting(value)} />
          <Row name={t.bulletin.registryRange} value={registryRange(value)} />
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
