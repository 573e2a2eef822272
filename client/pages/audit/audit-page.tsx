import { useRoute } from 'preact-iso'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { auditText } from '../../i18n/audit.ts'
import { textOf } from '../../i18n/language.ts'
import { useTitle } from '../../layout/use-title.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { AuditSearch } from './AuditSearch.tsx'
import { LifeOfObject } from './LifeOfObject.tsx'
import '../../components/desk.css'
import './audit.css'

/** The audit log, for auditors: searched for who did what, when, to what and why, or one object's whole life. */
export function AuditPage() {
  const { part } = useRoute().params
  useTitle(textOf(auditText).title)
  if (part !== undefined && part !== 'object') return <NotFoundPage />
  return <OnlyFor roles={['auditor']}>{part === 'object' ? <LifeOfObject /> : <AuditSearch />}</OnlyFor>
}
