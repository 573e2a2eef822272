import { useLocation } from 'preact-iso'
import { language, textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { AsOf } from './AsOf.tsx'
import { withAsOf } from '../state/address.ts'
import { isDark, toggleTheme } from '../state/theme.ts'

interface Props {
  path: string
  asOf: string | undefined
  /** What time it is by the server; this machine's clock may be wrong. */
  now: string
}

/** Name, pages, language and theme. The switches act at once and are remembered by the browser. */
export function Masthead({ path, asOf, now }: Props) {
  const text = textOf(shellText)
  const { url, route } = useLocation()
  const pages = [
    { href: '/', label: text.overview, current: path === '/' },
    { href: '/method', label: text.method, current: path === '/method' },
  ]
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
    <header class="masthead">
      <a class="brand" href={withAsOf('/', asOf)}>
        {language.value === 'en' ? 'Tanbiao' : '碳标'}
        <small lang={language.value === 'en' ? 'zh-CN' : 'en'}>{language.value === 'en' ? '碳标' : 'Tanbiao'}</small>
      </a>
      <nav class="main-nav" aria-label={text.navigation}>
        <ul>
          {pages.map((page) => (
            <li key={page.href}>
              <a href={withAsOf(page.href, asOf)} aria-current={page.current ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {path !== '/method' && <AsOf asOf={asOf} now={now} />}
      <div class="settings">
        <button type="button" class="button quiet" onClick={toggleTheme}>
          {isDark() ? text.toLight : text.toDark}
        </button>
        <button type="button" class="button quiet" lang={other.code} onClick={switchLanguage}>
          {other.word}
        </button>
      </div>
    </header>
  )
}
