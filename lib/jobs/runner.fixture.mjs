// A job process that ends as its argument says.
process.once('message', () => {
  const ending = process.argv[2]
  process.send({ type: 'progress', progress: { phase: 'reading', done: 3, total: 9 } })
  if (ending === 'crash') process.kill(process.pid, 'SIGKILL')
  if (ending === 'fail') {
    process.send({ type: 'failed', error: { code: 'fileEmpty', params: { file: 'a.csv' } } }, () =>
      process.exit(0),
    )
  }
})
process.on('disconnect', () => process.exit(1))
