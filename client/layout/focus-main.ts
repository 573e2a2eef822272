/** Where the focus goes when the page changes, or when the link that had it goes away. */
export const focusMain = (): void => document.getElementById('main')?.focus({ preventScroll: true })
