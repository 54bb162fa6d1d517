import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { rowReader } from './row-reader.ts'

test('rows come with their columns by name', () => {
  using connection = new DatabaseSync(':memory:')
  connection.exec("create table pets (name text, age integer, owner text); insert into pets values ('Rex', 3, null)")
  expect(rowReader(connection, 'select age, owner, name from pets where name = ?')(['Rex'])).toEqual([
    { age: 3, owner: null, name: 'Rex' },
  ])
})

test('a column that the table was given meanwhile comes too', () => {
  using connection = new DatabaseSync(':memory:')
  connection.exec("create table pets (name text); insert into pets values ('Rex')")
  const read = rowReader(connection, 'select * from pets')
  expect(read([])).toEqual([{ name: 'Rex' }])
  connection.exec("alter table pets add column kind text default 'dog'")
  expect(read([])).toEqual([{ name: 'Rex', kind: 'dog' }])
})
