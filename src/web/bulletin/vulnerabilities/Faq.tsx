import { useState } from 'react'
import type { Text } from '../../../contract/text.ts'
import { useVulnerabilityMessages } from '../../i18n/vulnerability-words.ts'
import { Prose } from '../Prose.tsx'

/** Questions and answers: they are rendered once they are opened. */
export function Faq({ text, isOpenAtFirst }: { text: Text; isOpenAtFirst: boolean }) {
  const t = useVulnerabilityMessages()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.faq}</summary>
      {isOpen && <Prose text={text} />}
    </details>
  )
}
