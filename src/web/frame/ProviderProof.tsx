import { useEffect } from 'react'
import { proofMinutes } from '../../contract/limits.ts'
import { access } from '../../contract/endpoints/access.ts'
import { onProvedElsewhere } from '../lib/proof-channel.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { Dialog } from '../ui/layout/Dialog.tsx'
import dialog from '../ui/layout/Dialog.module.css'
import { useProofMessages } from './proof-messages.ts'

type Props = { onProved: () => void; onClose: () => void }

/** Sends the reader to the provider in another tab, so that nothing that is typed here is lost. */
export function ProviderProof({ onProved, onClose }: Props) {
  const t = useProofMessages()
  useEffect(() => onProvedElsewhere(onProved), [onProved])
  return (
    <Dialog label={t.title} onClose={onClose}>
      {/* Where the other tab could not tell, the server knows: it asks again if it was not shown. */}
      <Form className={dialog['dialog-body']} pending={false} error={null} onSubmit={onProved}>
        <h2>{t.title}</h2>
        <p>{t.byProvider(proofMinutes)}</p>
        <p>
          <button
            type="button"
            className="button primary"
            data-first-focus
            onClick={() => window.open(`${access.beginOpenId.path}?proof=yes`, '_blank')}
          >
            {t.provider}
          </button>
        </p>
        <SubmitRow label={t.goOn} isPrimary={false} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}
