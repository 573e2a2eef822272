import { useEffect } from 'preact/hooks'

/** The section of the weights on the page of a region or plan. */
export const WEIGHTS = 'weights'

export const toWeights = (): void => document.getElementById(WEIGHTS)?.scrollIntoView()

/** Begins at the weights where the address names them: the router takes the click, and with it the browser's own way there. */
export function useWeightsPlace(url: string): void {
  useEffect(() => {
    if (location.hash === `#${WEIGHTS}`) toWeights()
  }, [url])
}
