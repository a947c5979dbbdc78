// A job process whose jobs end as its first argument says; the second is the memory it claims to hold.
process.on('message', () => {
  const [, , ending, memory] = process.argv
  process.send({ type: 'progress', progress: { phase: 'reading', done: 3, total: 9 } })
  if (ending === 'crash') process.kill(process.pid, 'SIGKILL')
  if (ending === 'fail') {
    const error = { code: 'fileEmpty', params: { file: 'a.csv', process: process.pid } }
    process.send({ type: 'failed', error, memory: Number(memory ?? 0) })
  }
})
process.on('disconnect', () => process.exit(1))
