import { LocationProvider, lazy, Route, Router } from 'preact-iso'
import { focusMain } from './layout/focus-main.ts'
import { Shell } from './layout/Shell.tsx'
import { OverviewPage } from './pages/overview/overview-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'

const TargetPage = lazy(() => import('./pages/target/target-page.tsx').then((page) => page.TargetPage))
const MethodPage = lazy(() => import('./pages/method/method-page.tsx').then((page) => page.MethodPage))

/** Paths of the server: the browser follows them by itself, the router leaves them alone. */
const OWN_PATHS = /^\/(?!api\/|documents\/|METHOD|docs(\/|$|\?))/

export function App() {
  return (
    <LocationProvider scope={OWN_PATHS}>
      <Shell>
        <Router onRouteChange={focusMain}>
          <Route path="/" component={OverviewPage} />
          <Route path="/targets/:id" component={TargetPage} />
          <Route path="/method" component={MethodPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </Shell>
    </LocationProvider>
  )
}
