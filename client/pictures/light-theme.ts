/**
 * What `look` finds while the page is light and no colours are forced: paper is light, whatever the screen is.
 *
 * All within one step of the program, so that nothing of it is seen.
 */
export function inLightTheme<Found>(look: () => Found): Found {
  const root = document.documentElement
  const { dataset } = root
  const theme = dataset['theme']
  const style = root.getAttribute('style')
  dataset['theme'] = 'light'
  root.setAttribute('style', `${style ?? ''}; forced-color-adjust: none`)
  try {
    return look()
  } finally {
    if (theme === undefined) delete dataset['theme']
    else dataset['theme'] = theme
    if (style === null) root.removeAttribute('style')
    else root.setAttribute('style', style)
  }
}
