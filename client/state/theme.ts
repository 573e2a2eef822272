import { effect, signal } from '@preact/signals'

/** `null`: as the system says. */
export type ThemeChoice = 'light' | 'dark' | null

const STORED = 'tanbiao.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')

const first = (): ThemeChoice => {
  try {
    const before = localStorage.getItem(STORED)
    return before === 'light' || before === 'dark' ? before : null
  } catch {
    return null // storage may be forbidden; the page works without it
  }
}

export const themeChoice = signal<ThemeChoice>(first())
const system = signal(systemDark.matches)
systemDark.addEventListener('change', (event) => {
  system.value = event.matches
})

/** What is really shown; charts drawn outside CSS read this and redraw. */
export const isDark = (): boolean => (themeChoice.value === null ? system.value : themeChoice.value === 'dark')

export const toggleTheme = (): void => {
  themeChoice.value = isDark() ? 'light' : 'dark'
}

effect(() => {
  const choice = themeChoice.value
  if (choice === null) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
  try {
    if (choice === null) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, choice)
  } catch {
    // see `first`
  }
})
