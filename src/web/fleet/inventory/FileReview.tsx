import type { InventoryPreview } from '../../../contract/inventory.ts'
import { lineKey } from '../../../contract/fleet.ts'
import { inventoryKindWords } from '../../../words/inventory-kinds.ts'
import { inventoryWords } from '../../../words/inventory.ts'
import { useCommon } from '../../i18n/common.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useZone } from '../../lib/clock.tsx'
import { FormError } from '../../ui/forms/FormError.tsx'
import { usePlatformName } from '../use-platform-name.ts'
import { AskedFor, SeenAt } from './AskedFor.tsx'
import { useInventoryMessages } from './messages.ts'
import { ReviewTable } from './ReviewTable.tsx'
import { timeOf, type QueuedFile } from './queue.ts'
import type { InventoryActions } from './use-inventory.ts'
import styles from './InventoryPanel.module.css'

type Props = { queued: QueuedFile; actions: InventoryActions }

/** What a file is, what its lines become, and what to do with it. */
export function FileReview({ queued, actions }: Props) {
  const kinds = inventoryKindWords[useLanguage()]
  const { file } = queued
  const kind = 'preview' in queued ? queued.preview.kind : 'taken' in queued ? queued.taken.kind : null
  return (
    <section className={styles['file']} aria-label={file.name}>
      <h3>
        {file.name}
        {kind !== null && <span className="muted">{kinds[kind]}</span>}
      </h3>
      <FileState queued={queued} actions={actions} />
    </section>
  )
}

function FileState({ queued, actions }: Props) {
  const t = useInventoryMessages()
  const common = useCommon()
  switch (queued.state) {
    case 'reading':
    case 'taking':
      return (
        <p role="status" className="muted">
          {queued.state === 'reading' ? t.reading : t.taking}
        </p>
      )
    case 'failed':
      return (
        <>
          <FormError>
            {queued.code === 'too-large' ? t.tooLarge : `${t.failed} ${common.problem[queued.code]}`}
          </FormError>
          <p className={styles['actions']}>
            {queued.code !== 'too-large' && (
              <button type="button" className="button" onClick={() => actions.lookAgain(queued)}>
                {t.again}
              </button>
            )}
            <Discard queued={queued} actions={actions} />
          </p>
        </>
      )
    case 'previewed':
      return <Previewed queued={queued} actions={actions} />
    case 'taken': {
      const { added, changed, unchanged, leftOut } = queued.taken
      return (
        <p role="status">
          ✓ {t.taken(formatNumber(added), formatNumber(changed), formatNumber(unchanged))}
          {leftOut > 0 && ` ${t.leftOut(formatNumber(leftOut))}`}
        </p>
      )
    }
  }
}

function Discard({ queued, actions }: Props) {
  const t = useInventoryMessages()
  return (
    <button type="button" className="button" onClick={() => actions.remove(queued.id)}>
      {t.discard}
    </button>
  )
}

function Previewed({ queued, actions }: { queued: QueuedFile & { state: 'previewed' }; actions: InventoryActions }) {
  const t = useInventoryMessages()
  const common = useCommon()
  const language = useLanguage()
  const { preview, takeFailure } = queued
  const { machines, refused, problemCount } = preview
  if (refused !== null)
    return (
      <>
        <FormError>{t.refused(inventoryWords[language].file[refused.fault](refused.value))}</FormError>
        <AskedFor queued={queued} fault={refused.fault} actions={actions} />
        <p className={styles['actions']}>
          <Discard queued={queued} actions={actions} />
        </p>
      </>
    )
  const count = formatNumber(machines.length)
  return (
    <>
      <Summary queued={queued} actions={actions} />
      <ReviewTable preview={preview} />
      <Replaced preview={preview} />
      {takeFailure !== null && (
        <FormError>
          {t.takeFailed} {takeFailure === 'too-large' ? t.tooLarge : common.problem[takeFailure]}
        </FormError>
      )}
      <p className={styles['actions']}>
        {machines.length === 0 ? (
          <b>{t.nothing}</b>
        ) : (
          <button type="button" className="button primary" onClick={() => actions.takeOver(queued)}>
            {problemCount > 0 ? t.takeOthers(count) : t.take(count)}
          </button>
        )}
        <Discard queued={queued} actions={actions} />
      </p>
    </>
  )
}

/** How many of what, and how the file was understood. */
function Summary({ queued, actions }: { queued: QueuedFile & { state: 'previewed' }; actions: InventoryActions }) {
  const t = useInventoryMessages()
  const zone = useZone()
  const { machines, problemCount, passedOver, notices } = queued.preview
  const of = (word: string) => formatNumber(machines.filter(({ becomes }) => becomes === word).length)
  const isTimeOfFile = machines.some(({ seenAt }) => seenAt === timeOf(queued))
  return (
    <>
      <p role="status">
        <b>{t.counts(of('new'), of('changed'), of('unchanged'))}</b>
        {problemCount > 0 && (
          <>
            {' '}
            <b className="hot">! {t.problemCount(formatNumber(problemCount))}</b>
          </>
        )}
        {passedOver.length > 0 && <span className="muted"> {t.passedCount(formatNumber(passedOver.length))}</span>}
      </p>
      {notices.length > 0 && (
        <ul className="muted">
          {notices.map(({ notice, times }) => (
            <li key={notice}>{t.notices[notice](formatNumber(times), zone)}</li>
          ))}
        </ul>
      )}
      {isTimeOfFile && <SeenAt queued={queued} actions={actions} />}
    </>
  )
}

/** The typed lines in whose place the machines come. */
function Replaced({ preview: { replaces } }: { preview: InventoryPreview }) {
  const t = useInventoryMessages()
  const nameOf = usePlatformName()
  if (replaces.length === 0) return null
  return (
    <div className={styles['replaced']}>
      <p>
        <b>{t.replaces}</b>
      </p>
      <ul>
        {replaces.map(({ line, machines }) => (
          <li key={lineKey(line)}>
            {nameOf(line.platform)} {line.edition}{' '}
            <b>{t.replaced(formatNumber(line.machines), formatNumber(machines))}</b>
          </li>
        ))}
      </ul>
      <p className="muted">{t.replacesHint}</p>
    </div>
  )
}
