import { useState } from 'react'

export const themes = ['light', 'system', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'hotfix-report.theme'

const rememberedTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? 'system'

/** Sets the colour scheme of the document; all colours are `light-dark()` pairs that follow it. */
function show(theme: Theme) {
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme
}

/** Shows the remembered theme; called before the first render, so that nothing flashes. */
export const restoreTheme = () => show(rememberedTheme())

/** The chosen theme, remembered on this device, and how to change it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(rememberedTheme)
  const choose = (next: Theme) => {
    localStorage.setItem(storageKey, next)
    show(next)
    setTheme(next)
  }
  return [theme, choose]
}
