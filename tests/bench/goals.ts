/** What a goal is about, what it asks, and how it is measured. */
export interface Goal {
  goal: number
  title: string
  asks: string
  how: string
}

/** In the order of the report; 9 is measured in a browser, see docs/performance.md. */
export const GOALS: readonly Goal[] = [
  {
    goal: 1,
    title: 'The whole CSV',
    asks: 'At least as fast as `sqlite3 -csv` from 1,000,000 figures on; the time of a row within 1.5 times from 100,000 to 10,000,000; the first byte within 50 ms; at most 64 MB more memory at any size, a slow reader included.',
    how: '`GET /api/observations.csv` of an auditor, read to its end by another process, against the `sqlite3` program (on PostgreSQL `psql` with `copy … to stdout`) that writes the same columns and rows into a pipe. Whoever reads hashes with SHA-256, in both cases. Beside it stands csv-stringify over the same query on SQLite, in the process that measures, as often as it is done within two minutes. Memory is the most that was resident, beyond what was before the first export.',
  },
  {
    goal: 2,
    title: 'Lists beside an export',
    asks: 'While 10,000,000 figures are exported, lists keep 0.8 of their idle rate and 3 times their idle p99.',
    how: '`GET /api/observations?limit=100`, signed in, over eight connections, while a third process takes the whole CSV, again and again where it does not last; against the same with no export. What was asked when the window ends is waited for and counted.',
  },
  {
    goal: 3,
    title: 'Lists',
    asks: '0.25 of the rate of Fastify serving 10 KB of JSON; at 10,000,000 figures 0.9 of the rate at 10,000.',
    how: 'Lists of 100 figures, signed in, over eight connections that are kept open, against Fastify without anything else that serialises an object of 10 KB for each request.',
  },
  {
    goal: 4,
    title: 'The overview',
    asks: 'Unchanged since the last request: 0.8 of the rate of Fastify serving a buffer of that size; changed: all targets within 10 ms.',
    how: '`GET /api/progress` over four connections, as it is, as browsers ask for it (compressed), and with the ETag of the answer before, each against a buffer of as many bytes as what is sent. Then a figure is corrected, submitted and approved through the service, and the list asked for once; the judging alone is `judgeTargets` in the process that measures.',
  },
  {
    goal: 5,
    title: 'The latest figure of every series',
    asks: '200 times as fast as the window query at 1,000,000 and 10,000,000 figures.',
    how: 'Counted and summed in the database, so that nothing is sent, over the table of current figures and over the window query on revisions and decisions; both answers are compared. A series is a region, an indicator and a measure.',
  },
  {
    goal: 6,
    title: 'Figures in bulk',
    asks: '10,000 figures, checked, audited and chained: 0.12 of the speed of a bare prepared insert; at 10,000,000 figures 0.9 of the rate at 10,000.',
    how: 'Over HTTP, signed in, into regions and years that have no figures yet: 200 indicators, five years, ten regions. The reference inserts as many rows of the same texts with one prepared statement in one durable transaction, without keys or rules. Each way to bring figures in stands alone; what is saved in the first is submitted and approved in the second.',
  },
  {
    goal: 7,
    title: 'Saves at the same time',
    asks: 'The p99 of one durable save under 64 writers: 3 times the p99 of a bare transaction of two rows.',
    how: '64 reporters of 64 regions, each over a connection of its own, save one figure after the other with `PUT /api/observations`. The reference: 64 wait in turn for a durable transaction of two rows over one connection, in the process that measures.',
  },
  {
    goal: 8,
    title: 'On PostgreSQL',
    asks: 'The CSV 0.7 of the speed of `psql` with COPY; lists 0.5 of our own rate on SQLite.',
    how: 'From the runs above. Rates of both engines are compared by their ratios to the same reference.',
  },
  {
    goal: 10,
    title: 'The start',
    asks: 'From the start of the process to its first answer within 1 s with 10,000,000 figures; idle memory under 120 MB.',
    how: 'The program of `npm start` until `/api/health` is answered, and what is resident ten seconds later. Fastify alone is started in turn, to tell how fast the machine starts anything.',
  },
]
