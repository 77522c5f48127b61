import validate from 'asl-validator';

export interface Opinion {
  readonly id: number;
  readonly verdict: string;
}

self.onmessage = ({ data }: MessageEvent<{ id: number; definition: Record<string, unknown> }>) => {
  self.postMessage({ id: data.id, verdict: verdictOn(data.definition) } satisfies Opinion);
};

function verdictOn(definition: Record<string, unknown>): string {
  try {
    const { isValid, errors } = validate(definition);
    if (isValid) return 'valid';
    const [first] = errors;
    return `${errors.length} problems, first: ${first?.Message ?? first?.['Error code'] ?? 'unknown'}`;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
