import { useState } from 'react'
import type { Text } from '../../../contract/text.ts'
import { useVulnerabilityMessages } from '../../i18n/vulnerability-words.ts'
import { Prose } from '../Prose.tsx'

/** Questions and answers. A page may have hundreds: they are rendered when they are opened. */
export function Faq({ text }: { text: Text }) {
  const t = useVulnerabilityMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.faq}</summary>
      {isOpen && <Prose text={text} />}
    </details>
  )
}
