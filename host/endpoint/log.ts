/** One line of JSON for each request and fault. Nothing of what is sent is in it, credentials least of all. */
export interface Log {
  request(line: {
    readonly operation: string;
    readonly status: number;
    readonly code?: string;
    readonly ms: number;
    readonly requestId: string;
  }): void;
  fault(problem: unknown): void;
}

/** @param level what is written: every request, what was refused and faults, or nothing */
export function logTo(write: (line: string) => void, level: 'requests' | 'errors' | 'none'): Log {
  const print = (line: object): void => {
    write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
  };
  return {
    request: (line) => {
      if (level === 'requests' || (level === 'errors' && line.status >= 400)) print(line);
    },
    fault: (problem) => {
      if (level !== 'none')
        print({ fault: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) });
    },
  };
}
