interface Props<Column extends string> {
  columns: readonly Column[]
  titles: Readonly<Record<Column, string>>
  /** Columns of numbers stand at their end. */
  numbers?: readonly Column[]
}

/** The heads of a table's columns. The roles are said, since a table that is shown in blocks loses them. */
export function ColumnHeads<Column extends string>({ columns, titles, numbers = [] }: Props<Column>) {
  return (
    <>
      {columns.map((column) => (
        <th key={column} role="columnheader" scope="col" class={numbers.includes(column) ? 'number' : undefined}>
          {titles[column]}
        </th>
      ))}
    </>
  )
}
