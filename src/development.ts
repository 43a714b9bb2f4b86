// Development only: the same front door before SvelteKit's middleware of the Vite server.
import { type Program, start } from './compose.ts';
import { type Front, frontDoor } from './doors/front.ts';

let starting: Promise<{ program: Program; front: Front }> | undefined;

export const front: Front = (request, response, pages) => {
  starting ??= start('web', process.env).then((program) => {
    program.health.isListening = true;
    return { program, front: frontDoor(program) };
  });
  starting.then((ready) => ready.front(request, response, pages), pages);
};
