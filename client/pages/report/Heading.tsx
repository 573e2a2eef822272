import { language } from '../../i18n/language.ts'
import { firstLevel, secondLevel } from './numbering.ts'

interface Props {
  number: number
  children: string
}

/** 一、 in the first level. */
export const Heading = ({ number, children }: Props) => <h2>{firstLevel(number, language.value) + children}</h2>

/** （一） in the second level. */
export const Subheading = ({ number, children }: Props) => <h3>{secondLevel(number, language.value) + children}</h3>
