import { SFNClient } from '@aws-sdk/client-sfn';
import { logTo } from '../log';
import { serveEndpoint, type Endpoint, type EndpointOptions } from '../serveEndpoint';

export interface Started {
  readonly endpoint: Endpoint;
  readonly client: SFNClient;
  /** What was logged, a line each. */
  readonly lines: string[];
  close(): Promise<void>;
}

/** An endpoint of a test on a free port, on virtual time and without a file where nothing else is said, and AWS's own client. */
export async function startEndpoint(options: Partial<EndpointOptions> = {}): Promise<Started> {
  const lines: string[] = [];
  const endpoint = await serveEndpoint({
    database: ':memory:',
    port: 0,
    region: 'us-east-1',
    accountId: '123456789012',
    speed: null,
    log: logTo((line) => lines.push(line), 'requests'),
    ...options,
  });
  const client = clientOf(endpoint.url);
  return {
    endpoint,
    client,
    lines,
    close: async () => {
      client.destroy();
      await endpoint.close();
    },
  };
}

/** AWS's client, as a person would set it up for an endpoint on this machine. */
export function clientOf(url: string, region = 'us-east-1'): SFNClient {
  return new SFNClient({
    endpoint: url,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'a-secret-that-no-log-may-hold' },
    // StartSyncExecution and TestState would go to `sync-127.0.0.1`.
    disableHostPrefix: true,
    maxAttempts: 1,
  });
}

export const role = 'arn:aws:iam::123456789012:role/r';

/** A definition of states that follow each other, the last of which ends. */
export function chain(states: Readonly<Record<string, object>>): string {
  const names = Object.keys(states);
  const linked = Object.entries(states).map(([name, state], i) => {
    const next = names[i + 1];
    return [name, { ...state, ...(next === undefined ? { End: true } : { Next: next }) }];
  });
  return JSON.stringify({ StartAt: names[0], States: Object.fromEntries(linked) as object });
}
