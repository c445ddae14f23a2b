import { useEffect } from 'react'
import { device } from './device.ts'

export const themes = ['light', 'system', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'hotfix-report.theme'

const parse = (text: string | null): Theme => themes.find((theme) => theme === text) ?? 'system'

/** Sets the colour scheme of the document; all colours are `light-dark()` pairs that follow it. */
function show(theme: Theme) {
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme
}

/** Shows the remembered theme; called before the first render, so that nothing flashes. */
export const restoreTheme = () => show(device.read(storageKey, parse))

/** The chosen theme, remembered on this device, and how to change it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = device.useValue(storageKey, parse)
  // It may have been chosen in another tab.
  useEffect(() => show(theme), [theme])
  return [theme, (next) => device.keep(storageKey, next)]
}
