import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { firstLanguage, LanguageProvider, type Language } from '../../../../src/web/i18n/language.tsx'
import { Field } from '../../../../src/web/ui/forms/Field.tsx'
import { Form, SubmitRow } from '../../../../src/web/ui/forms/Form.tsx'

const name = { maxLength: 20, minLength: 3, required: true } as const
const ignore = () => {}
const machines = { min: 1, max: 1000, step: 1 } as const

type Props = { pending?: boolean; error?: string | null; refused?: string | null; onSubmit?: () => void }

function NameForm({ pending = false, error = null, refused = null, onSubmit = ignore }: Props) {
  return (
    <Form pending={pending} error={error} onSubmit={onSubmit}>
      <Field label="Name" help="As in the log" limits={name} error={refused}>
        {(control) => <input {...control} name="name" />}
      </Field>
      <Field label="Machines" limits={machines}>
        {(control) => <input {...control} type="number" name="machines" defaultValue="10" />}
      </Field>
      <SubmitRow label="Save" />
    </Form>
  )
}

function show(language: Language, props: Props = {}) {
  localStorage.setItem('hotfix-report.language', language)
  const page = (given: Props) => (
    <LanguageProvider first={firstLanguage()} load={() => null}>
      <NameForm {...given} />
    </LanguageProvider>
  )
  const { rerender } = render(page(props))
  return { user: userEvent.setup(), again: (given: Props) => rerender(page(given)) }
}

const field = (label: string) => screen.getByRole<HTMLInputElement>(/Machines/.test(label) ? 'spinbutton' : 'textbox')
const save = () => screen.getByRole('button', { name: 'Save' })

it('a form is sent once at a time', async () => {
  const onSubmit = vi.fn<() => void>()
  const { user, again } = show('en', { onSubmit })
  await user.type(field('Name'), 'Ito{Enter}')
  again({ onSubmit, pending: true })
  await user.type(field('Name'), '{Enter}')
  expect(onSubmit).toHaveBeenCalledTimes(1)
  expect(save()).toHaveProperty('disabled', true)
})

it('a form that failed says why, and leads to the field that was refused', async () => {
  const { user, again } = show('en')
  await user.type(field('Name'), 'Ito{Enter}')
  again({ pending: true })
  again({ error: 'It could not be saved.', refused: 'The name is taken.' })
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
    'The name is taken.',
    'It could not be saved.',
  ])
  expect(document.activeElement).toBe(field('Name'))
})

it('a form whose refusal stands in a field alone leads there, too', async () => {
  const { user, again } = show('en')
  await user.type(field('Name'), 'Ito')
  await user.type(field('Machines'), '{Enter}')
  again({ pending: true })
  again({ refused: 'The name is taken.' })
  expect(document.activeElement).toBe(field('Name'))
})

it('a form that failed gives the focus back to the button that was pressed', async () => {
  const { user, again } = show('en')
  await user.type(field('Name'), 'Ito')
  await user.click(save())
  again({ pending: true })
  save().blur()
  again({ error: 'It could not be saved.' })
  expect(document.activeElement).toBe(save())
})

it('a field has the limits of its schema, and is described by its help', () => {
  show('en')
  expect([field('Name').minLength, field('Name').maxLength, field('Name').required]).toEqual([3, 20, true])
  expect([field('Machines').min, field('Machines').max, field('Machines').step]).toEqual(['1', '1000', '1'])
  const help = screen.getByText('As in the log')
  expect(field('Name').getAttribute('aria-describedby')).toBe(help.id)
})

it.each([
  { language: 'ja', missing: '入力してください。', range: '1〜1,000 の数を入力してください。' },
  { language: 'en', missing: 'Please fill this in.', range: 'Enter a number from 1 to 1,000.' },
] as const)(
  'a field says what is wrong in the language of the page: $language',
  async ({ language, missing, range }) => {
    const onSubmit = vi.fn<() => void>()
    const { user } = show(language, { onSubmit })
    expect(screen.queryByRole('alert')).toBeNull()
    await user.clear(field('Machines'))
    await user.type(field('Machines'), '5000')
    await user.click(save())
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([missing, range])
    expect(document.activeElement).toBe(field('Name'))
    expect(field('Name').getAttribute('aria-invalid')).toBe('true')
    await user.type(field('Name'), 'Ito')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([range])
    await user.clear(field('Machines'))
    await user.type(field('Machines'), '50')
    await user.click(save())
    expect(screen.queryByRole('alert')).toBeNull()
    expect(onSubmit).toHaveBeenCalledTimes(1)
  },
)

it('a field whose value is put right from elsewhere says nothing more once the form is sent again', async () => {
  const onSubmit = vi.fn<() => void>()
  function Filled() {
    const [text, setText] = useState('')
    return (
      <Form pending={false} error={null} onSubmit={onSubmit}>
        <Field label="Name" limits={name}>
          {(control) => <input {...control} value={text} onChange={({ target }) => setText(target.value)} />}
        </Field>
        <SubmitRow label="Save">
          <button type="button" onClick={() => setText('Tanaka')}>
            Me
          </button>
        </SubmitRow>
      </Form>
    )
  }
  render(<Filled />)
  const user = userEvent.setup()
  await user.click(save())
  expect(screen.getByRole('alert').textContent).toBe('入力してください。')
  await user.click(screen.getByRole('button', { name: 'Me' }))
  expect(screen.queryByRole('alert')).toBeNull()
})
