import { lazy } from 'preact-iso'

/** Loaded when it is asked for: by its own address, or by the overview of more targets than a browser goes through. */
export const RegionsPage = lazy(() => import('./regions-page.tsx').then((page) => page.RegionsPage))
