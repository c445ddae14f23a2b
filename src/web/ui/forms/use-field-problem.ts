import { useEffect, useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { useFieldMessages, type FieldMessages } from './messages.ts'

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

type Words = (t: FieldMessages) => string

const isChosen = (control: Control) => control instanceof HTMLSelectElement || control.type === 'radio'

/** A number or a day outside of its limits. */
function outOfRange({ min, max, type, validity }: HTMLInputElement): Words {
  if (type === 'number') return (t) => t.range(formatNumber(Number(min)), formatNumber(Number(max)))
  return (t) => (validity.rangeUnderflow ? t.notBefore(min) : t.notAfter(max))
}

function wrongText(control: HTMLInputElement | HTMLTextAreaElement): Words {
  const { validity, minLength, maxLength, type, title } = control
  if (validity.tooShort) return (t) => t.tooShort(minLength)
  if (validity.tooLong) return (t) => t.tooLong(maxLength)
  if (validity.badInput) return (t) => (type === 'number' ? t.number : t.day)
  if (validity.stepMismatch) return (t) => t.whole
  if (validity.typeMismatch && type === 'url') return (t) => t.url
  const isOutside = validity.rangeUnderflow || validity.rangeOverflow
  if (isOutside && control instanceof HTMLInputElement) return outOfRange(control)
  // A pattern says in its title what it asks for.
  return (t) => title || t.invalid
}

/** What the browser has found wrong with a control, in our words; null for nothing. */
function problemOf(control: Control): Words | null {
  const { validity, validationMessage } = control
  if (validity.valid) return null
  if (validity.customError) return () => validationMessage
  if (isChosen(control) || control instanceof HTMLSelectElement) return (t) => t.choose
  return validity.valueMissing && !validity.badInput ? (t) => t.required : wrongText(control)
}

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement

/** Whether it is the first in its form with something wrong. */
const isFirst = (control: Control) =>
  [...(control.form?.elements ?? [control])].find((each) => isControl(each) && !each.validity.valid) === control

/**
 * What is wrong with a control in the language of the page, from when its form is sent until it is put right; and the
 * handlers of the control that find it out. The browser, whose words may be in another language, says nothing then.
 */
export function useFieldProblem() {
  const t = useFieldMessages()
  const [found, setFound] = useState<{ control: Control; text: string } | null>(null)
  const check = (control: Control) => {
    const text = problemOf(control)?.(t)
    if (text !== found?.text) setFound(text === undefined ? null : { control, text })
  }
  // A value may also be put right by something else than typing, and the language may change.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- only the control knows, once it has its new value
    if (found !== null) check(found.control)
  })
  const handlers = {
    onInvalid(event: { currentTarget: Control; preventDefault: () => void }) {
      event.preventDefault()
      check(event.currentTarget)
      if (isFirst(event.currentTarget)) event.currentTarget.focus()
    },
    onInput({ currentTarget }: { currentTarget: Control }) {
      if (found !== null) check(currentTarget)
    },
  }
  return [found && found.text, handlers] as const
}
