import { useEffect, useState } from 'react'

/** So long nothing may change until it counts, in milliseconds. */
const pause = 400

/** A value once it has come to rest; the first one at once. Two are the same where their JSON is. */
export function useSettled<T>(value: T): T {
  const text = JSON.stringify(value)
  const [settled, settle] = useState({ text, value })
  useEffect(() => {
    if (text === settled.text) return undefined
    const timer = setTimeout(() => settle({ text, value }), pause)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the value is the same for as long as its text is
  }, [text, settled.text])
  return settled.value
}
