import { guardProcess } from '@/lib/server/guard-output'

// A process that says what it was given in every way a program can by mistake, then dies of it.
const [, , value = ''] = process.argv
guardProcess()
console.error(' ⨯', new Error(`Could not convert string '${value}' to INT32`))
console.log('found', { customer: value })
setTimeout(() => {
  throw Object.assign(new Error(`Row with value "${value}" is broken`), { row: value })
})
