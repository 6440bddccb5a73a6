// Loaded into the server before anything else: it ends with the script that started it, even by SIGKILL,
// which nobody can pass on. The pipe on its standard input closes when the other end is gone.
process.stdin.resume()
process.stdin.unref?.()
process.stdin.once('close', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5000).unref()
})
