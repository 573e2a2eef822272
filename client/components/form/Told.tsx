import './form.css'

/** What was done, for eyes and for ears. It stays on the page, empty, so that what comes into it is announced. */
export function Told({ children }: { children: string }) {
  return (
    <p class="told" role="status">
      {children}
    </p>
  )
}
