// `npm start`: installs what is locked, builds what changed, then hands over to the pinned Node and `sportello demo up`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, environment, install, main, pinnedNode, root, say } from './setup.mjs';

const isDevelopment = process.argv.includes('--dev');
const given = process.argv.slice(2).filter((one) => one !== '--dev');

main(async () => {
  await install();
  if (!isDevelopment) await build();
  const supervisor = spawn(
    pinnedNode(),
    [join(root, 'src/doors/cli/main.ts'), 'demo', 'up', ...(isDevelopment ? ['--source'] : []), ...given],
    // Detached, so that one Ctrl-C is one request to stop and not one for every process; the channel tells when we are gone.
    { cwd: root, env: environment(), stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true },
  );
  const stop = () => supervisor.kill('SIGTERM');
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  watchStarter(stop);
  process.exitCode = await new Promise((resolve) => {
    supervisor.once('error', (error) => {
      say(error.message);
      resolve(1);
    });
    supervisor.once('exit', (code) => resolve(code ?? 1));
  });
  process.exit();
});

/** npm that was killed cannot tell us: then nobody is left to stop the demo, so it stops. */
function watchStarter(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) stop();
  }, 1_000).unref();
}
