// Loaded into every child process (`node --import`): when its parent is gone, however it went, the child stops too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
