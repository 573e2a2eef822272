import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import { FLAGS, STATUSES } from '../../../server/domain/words.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { say, textOf } from '../../i18n/language.ts'
import { methodText } from '../../i18n/method.ts'
import { shellText } from '../../i18n/shell.ts'
import { useTitle } from '../../layout/use-title.ts'
import { VersionInForce } from './VersionInForce.tsx'
import './method.css'

/** How a status comes about, for those who must answer for it. */
export function MethodPage() {
  const text = textOf(methodText)
  useTitle(textOf(shellText).method)
  return (
    <article class="prose">
      <div class="lede">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <VersionInForce />
      </div>
      <Part title={text.pathTitle} sentences={text.path} />
      <h2 id="statuses">{text.statusTitle}</h2>
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">{text.status}</th>
            <th scope="col">{text.when}</th>
          </tr>
        </thead>
        <tbody>
          {STATUSES.map((status) => (
            <tr key={status}>
              <th scope="row">
                <StatusWord status={status} />
              </th>
              <td>{text.statuses[status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="aside small">{text.statusNote}</p>
      <Part title={text.exampleTitle} sentences={text.example} />
      <Part title={text.edgesTitle} sentences={text.edges} />
      <h2 id="flags">{text.flagsTitle}</h2>
      <p>{text.flagsNote}</p>
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">{text.flag}</th>
            <th scope="col">{text.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {FLAGS.map((flag) => (
            <tr key={flag}>
              <th scope="row">{say(FLAG_LABELS[flag])}</th>
              <td>{text.flags[flag]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Part title={text.paceTitle} sentences={text.pace} />
      <Part title={text.secondTitle} sentences={text.second} />
      <Part title={text.roundingTitle} sentences={text.rounding} />
      <p>
        {text.summary}
        <a href={`/${text.wholeFile}`}>{text.whole}</a>
      </p>
    </article>
  )
}

function Part({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
