import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../server/contract/problem.ts'
import type { Plan, Region } from '../../../server/contract/reference.ts'
import type { ReviewList } from '../../../server/contract/review.ts'
import type { Target } from '../../../server/contract/target.ts'
import { getPlans, getRegions, getReviews, getTargets, ProblemError } from '../../api.ts'
import { user } from '../../state/session.ts'

/** What waits, and the names and promises that it is told with. */
export interface ReviewData {
  list: ReviewList
  targets: ReadonlyMap<string, Target>
  plans: ReadonlyMap<string, Plan>
  region: Region | undefined
}

export interface Reviews {
  data: ReviewData | undefined
  problem: Problem | undefined
  /** Asks again what waits; what is shown stays until the answer is there. */
  reload: () => Promise<void>
}

async function load(known: ReviewData | undefined): Promise<ReviewData> {
  const list = await getReviews()
  if (known !== undefined && known.list.regionCode === list.regionCode) {
    // Who was named before may still be named by a row that is no longer waiting.
    return { ...known, list: { ...list, people: { ...known.list.people, ...list.people } } }
  }
  const [{ items: targets }, plans, regions] = await Promise.all([
    getTargets({ region: list.regionCode }),
    getPlans(),
    getRegions(),
  ])
  return {
    list,
    targets: new Map(targets.map((target) => [target.id, target])),
    plans: new Map(plans.map((plan) => [plan.code, plan])),
    region: regions.find(({ code }) => code === list.regionCode),
  }
}

/** What waits for the one who is signed in; asked anew when it is someone else. */
export function useReviews(): Reviews {
  const [data, setData] = useState<ReviewData | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const known = useRef<ReviewData | undefined>(undefined)
  const asked = useRef(0)
  const username = user.value?.username

  const reload = useCallback(async (): Promise<void> => {
    const number = ++asked.current
    try {
      const loaded = await load(known.current)
      // A later question is answered by what it will be answered with.
      if (number !== asked.current) return
      known.current = loaded
      setData(loaded)
      setProblem(undefined)
    } catch (error) {
      if (number !== asked.current) return
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
    }
  }, [])

  useEffect(() => {
    known.current = undefined
    setData(undefined)
    void reload()
  }, [username, reload])

  return { data, problem, reload }
}
