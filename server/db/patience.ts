/** What `answer` comes to, or a failure where it takes longer. */
export async function within<Result>(milliseconds: number, answer: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  return await Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
