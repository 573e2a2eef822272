interface Props {
  /** The page and how many there are; the first and the last row of the page, of how many. All counted from 1. */
  listing: { page: number; pages: number; from: number; to: number; total: number }
  text: {
    pages: string
    pageOf: (from: number, to: number, total: number) => string
    previous: string
    following: string
  }
  /** The address of a page. */
  to: (page: number) => string
  /** The id of the list, which has the focus afterwards. */
  list: string
}

/** The pages of a long list; nothing where it has one. From the place after the last they lead back. */
export function Pages({ listing: { page, pages, from, to: last, total }, text, to, list }: Props) {
  if (Math.max(page, pages) === 1) return null
  const link = (page: number, name: string) =>
    page < 1 || page > pages ? (
      <span class="aside">{name}</span>
    ) : (
      <a href={to(page)} onClick={() => document.getElementById(list)?.focus()}>
        {name}
      </a>
    )
  return (
    <nav class="pages" aria-label={text.pages}>
      <span>{text.pageOf(from, last, total)}</span>
      {link(page - 1, text.previous)}
      {link(page + 1, text.following)}
    </nav>
  )
}
