import { useLocation } from 'preact-iso'
import { language, textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { withAsOf } from '../state/address.ts'
import { mayRead } from '../state/session.ts'
import { isDark, toggleTheme } from '../state/theme.ts'
import { AsOf } from './AsOf.tsx'
import { useDeskPages } from './desk-pages.ts'
import { isPast } from './past.ts'
import { PastNote } from './PastNote.tsx'
import { WhoIsSignedIn } from './WhoIsSignedIn.tsx'

interface Props {
  path: string
  asOf: string | undefined
  /** What time it is by the server; this machine's clock may be wrong. */
  now: string
}

/** Pages that show data as known on a day; the others are about today. */
const OF_A_DAY = /^\/($|targets\/|(regions|compare|composite|changes|report|board|method)(\/|$))/

/** Name, pages, who is signed in, language and theme, and which day is looked at. The switches act at once and are remembered by the browser. */
export function Masthead({ path, asOf, now }: Props) {
  const text = textOf(shellText)
  const { url, route } = useLocation()
  const desk = useDeskPages(now)
  const pages = [
    { href: withAsOf('/', asOf), label: text.overview, current: /^\/(regions|$)/.test(path) },
    { href: withAsOf('/compare', asOf), label: text.compare, current: path === '/compare' },
    { href: withAsOf('/composite', asOf), label: text.composite, current: path === '/composite' },
    ...desk.map((page) => ({ ...page, current: page.isAt(path) })),
    { href: withAsOf('/method', asOf), label: text.method, current: path === '/method' },
  ]
  const isOfADay = OF_A_DAY.test(path) && mayRead.value
  const other =
    language.value === 'en' ? ({ code: 'zh-CN', word: '中文' } as const) : ({ code: 'en', word: 'English' } as const)

  const switchLanguage = (): void => {
    language.value = other.code
    const address = new URL(url, location.origin)
    if (!address.searchParams.has('lang')) return
    address.searchParams.delete('lang')
    route(address.pathname + address.search, true)
  }

  return (
    <>
      <header class="masthead">
        <a class="brand" href={withAsOf('/', asOf)}>
          {language.value === 'en' ? 'Tanbiao' : '碳标'}
          <small lang={language.value === 'en' ? 'zh-CN' : 'en'}>{language.value === 'en' ? '碳标' : 'Tanbiao'}</small>
        </a>
        <nav class="main-nav" aria-label={text.navigation}>
          <ul>
            {pages.map((page) => (
              <li key={page.label}>
                <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                  {page.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {isOfADay && <AsOf asOf={asOf} now={now} />}
        <div class="settings">
          <WhoIsSignedIn />
          <button type="button" class="button quiet" onClick={toggleTheme}>
            {isDark() ? text.toLight : text.toDark}
          </button>
          <button type="button" class="button quiet" lang={other.code} onClick={switchLanguage}>
            {other.word}
          </button>
        </div>
      </header>
      {isOfADay && isPast(asOf, now) && <PastNote path={path} asOf={asOf} />}
    </>
  )
}
