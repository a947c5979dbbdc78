import 'server-only'

// Loaded into the web process before Next: when the supervisor is gone, so is the port it would want to serve again.
process.on('disconnect', () => process.exit(1))
