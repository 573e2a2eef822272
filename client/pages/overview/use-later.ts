import { useEffect, useState } from 'preact/hooks'

/**
 * The value itself the first time; from then on the one before until what depends on the new one more has been painted.
 * What is looked at first is answered first.
 */
export function useLater<Value>(value: Value): Value {
  const [later, setLater] = useState<{ value: Value }>({ value })
  useEffect(() => setLater({ value }), [value])
  return later.value
}

/** False from the moment of a new value until it has been painted once. */
export function useSettled<Value>(value: Value): boolean {
  const [settled, setSettled] = useState<{ value: Value } | undefined>(undefined)
  useEffect(() => setSettled({ value }), [value])
  return settled?.value === value
}
