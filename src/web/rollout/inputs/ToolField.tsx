import * as limits from '../../../contract/limits.ts'
import { useId } from 'react'
import { clsx } from 'clsx'
import { useRolloutMessages } from '../messages.ts'
import { useEdited } from '../../ui/forms/use-edited.ts'
import styles from '../../ui/forms/NumberField.module.css'

/** Names that are offered; any other can be typed. */
const tools = ['WSUS', 'Configuration Manager', 'Microsoft Intune', 'Windows Update', 'Azure Update Manager']

type Props = {
  value: string
  className?: string | undefined
  onChange: (tool: string) => void
}

/** What fixes are deployed with: free text, empty where it is not given. */
export function ToolField({ value, className, onChange }: Props) {
  const t = useRolloutMessages()
  const id = useId()
  const [typed, remember] = useEdited<string>(value)
  return (
    <div className={clsx(styles['number-field'], className)}>
      <label htmlFor={id}>{t.tool}</label>
      <input
        id={id}
        value={typed ?? value}
        {...limits.deploymentTool}
        list={`${id}-tools`}
        autoComplete="off"
        onChange={({ target }) => {
          const tool = target.value.trim()
          remember(target.value, tool)
          if (tool !== value) onChange(tool)
        }}
      />
      <datalist id={`${id}-tools`}>
        {tools.map((tool) => (
          <option key={tool} value={tool} />
        ))}
      </datalist>
    </div>
  )
}
