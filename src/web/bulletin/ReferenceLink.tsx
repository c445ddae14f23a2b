import type { Reference } from '../../contract/bulletin.ts'
import { LocalText } from '../i18n/local-text.tsx'

export function ReferenceLink({ reference }: { reference: Reference }) {
  return (
    <a className="link" href={reference.url} rel="noreferrer">
      <LocalText text={reference.title} isOurs={reference.kind === 'exploit'} />
    </a>
  )
}
