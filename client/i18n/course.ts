/** Sign of a change that a sentence tells in a word: 下降 10.5%, never 下降 −10.5%. */
export type Course = 'fall' | 'rise' | 'still'
