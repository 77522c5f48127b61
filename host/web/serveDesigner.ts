import { homedir } from 'node:os';
import { browserSecret, settingsFolder } from './browserSecret';
import { serveRenderer, type Serving } from './serveRenderer';

/**
 * What a browser keeps belongs to the port as well: the same one has to be taken at every start for unsaved work to be found
 * again. The second and third are for machines on which the first is always taken. None is registered with IANA.
 */
const usualPorts = [47823, 47824, 47825];

export interface Designer extends Serving {
  /** What the person should know of the address; null when it is the usual one. */
  readonly remark: string | null;
}

/**
 * Serves the designer at the address it had before.
 * @param env PORT names the one port that is tried
 * @throws when that port is taken
 */
export async function serveDesigner(
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  choices: readonly number[] = usualPorts,
): Promise<Designer> {
  const secret = () => browserSecret(settingsFolder(env, process.platform, homedir()));
  const asked = env['PORT'];
  if (asked !== undefined && asked !== '')
    return { ...(await serveRenderer(folder, Number(asked), secret)), remark: null };
  for (const port of choices) {
    const serving = await serveRenderer(folder, port, secret).catch((problem: unknown) => {
      if (!isTaken(problem)) throw problem;
      return null;
    });
    if (serving) return { ...serving, remark: port === choices[0] ? null : remarkOn(`Port ${choices[0]} is taken`) };
  }
  return { ...(await serveRenderer(folder, 0, secret)), remark: remarkOn(`Ports ${choices.join(', ')} are taken`) };
}

function isTaken(problem: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes((problem as NodeJS.ErrnoException).code ?? '');
}

function remarkOn(what: string): string {
  return `${what}, perhaps by another Stepwright. Unsaved work of earlier starts is shown at the address it was done at: end what runs there and start again, or name a port with PORT.`;
}
