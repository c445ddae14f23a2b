import { useRef } from 'react'

type Props = {
  label: string
  /** The kinds of files, as the `accept` of an input has them. */
  accept: string
  isMultiple?: boolean
  /** Called with one file or more. */
  onFiles: (files: File[]) => void
}

/** Asks for files, in the language of the page: an input of its own would ask in that of the browser. */
export function FileButton({ label, accept, isMultiple = false, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple={isMultiple}
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // Corrected and chosen again under the same name, a file is a change.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
