import { LocationProvider, lazy, Route, Router } from 'preact-iso'
import { focusMain } from './layout/focus-main.ts'
import { Shell } from './layout/Shell.tsx'
import { OverviewPage } from './pages/overview/overview-page.tsx'
import { RegionsPage } from './pages/regions/lazy-regions.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'

const TargetPage = lazy(() => import('./pages/target/target-page.tsx').then((page) => page.TargetPage))
const ChangesPage = lazy(() => import('./pages/changes/changes-page.tsx').then((page) => page.ChangesPage))
const ComparePage = lazy(() => import('./pages/compare/compare-page.tsx').then((page) => page.ComparePage))
const CompositePage = lazy(() => import('./pages/composite/composite-page.tsx').then((page) => page.CompositePage))
const MethodPage = lazy(() => import('./pages/method/method-page.tsx').then((page) => page.MethodPage))
const SignInPage = lazy(() => import('./pages/sign-in/sign-in-page.tsx').then((page) => page.SignInPage))
const WelcomePage = lazy(() => import('./pages/sign-in/welcome-page.tsx').then((page) => page.WelcomePage))
const AccountPage = lazy(() => import('./pages/sign-in/account-page.tsx').then((page) => page.AccountPage))
const EntryPage = lazy(() => import('./pages/entry/entry-page.tsx').then((page) => page.EntryPage))
const PaperPage = lazy(() => import('./pages/entry/paper-page.tsx').then((page) => page.PaperPage))
const ImportPage = lazy(() => import('./pages/import/import-page.tsx').then((page) => page.ImportPage))
const ReviewPage = lazy(() => import('./pages/review/review-page.tsx').then((page) => page.ReviewPage))
const DuePage = lazy(() => import('./pages/due/due-page.tsx').then((page) => page.DuePage))
const BoardPage = lazy(() => import('./pages/board/board-page.tsx').then((page) => page.BoardPage))
const ReportPage = lazy(() => import('./pages/report/report-page.tsx').then((page) => page.ReportPage))
const SnapshotsPage = lazy(() => import('./pages/snapshots/snapshots-page.tsx').then((page) => page.SnapshotsPage))
const AuditPage = lazy(() => import('./pages/audit/audit-page.tsx').then((page) => page.AuditPage))
const AdminPage = lazy(() => import('./pages/admin/admin-page.tsx').then((page) => page.AdminPage))

/** Paths of the server: the browser follows them by itself, the router leaves them alone. */
const OWN_PATHS = /^\/(?!api\/|documents\/|METHOD|docs(\/|$|\?))/

export function App() {
  return (
    <LocationProvider scope={OWN_PATHS}>
      <Shell>
        <Router onRouteChange={focusMain}>
          <Route path="/" component={OverviewPage} />
          <Route path="/targets/:id" component={TargetPage} />
          <Route path="/changes" component={ChangesPage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/composite" component={CompositePage} />
          <Route path="/regions/:code?" component={RegionsPage} />
          <Route path="/method" component={MethodPage} />
          <Route path="/entry/:region/:year" component={EntryPage} />
          <Route path="/entry/:region/:year/paper" component={PaperPage} />
          <Route path="/entry/:region/:year/import" component={ImportPage} />
          <Route path="/review" component={ReviewPage} />
          <Route path="/due" component={DuePage} />
          <Route path="/snapshots/:part?" component={SnapshotsPage} />
          <Route path="/audit/:part?" component={AuditPage} />
          <Route path="/admin/:part?" component={AdminPage} />
          <Route path="/report" component={ReportPage} />
          <Route path="/board" component={BoardPage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/welcome/:token" component={WelcomePage} />
          <Route path="/account" component={AccountPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </Shell>
    </LocationProvider>
  )
}
