import { Agent, request } from 'node:http';

/** A plain client of HTTP: the same for both servers, and too little to be what is measured. */
export class RawClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly url: string) {}

  /** The reply of an operation. @throws where it is an error */
  async call(operation: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const { status, text } = await this.send(operation, JSON.stringify(body));
    if (status !== 200) throw new Error(`${operation}: ${status} ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  }

  /** The status of an answer to whatever is sent. */
  async status(operation: string, body: string): Promise<number> {
    return (await this.send(operation, body)).status;
  }

  private send(operation: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
    const headers = {
      'Content-Type': 'application/x-amz-json-1.0',
      'Content-Length': Buffer.byteLength(body),
      'X-Amz-Target': `AWSStepFunctions.${operation}`,
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0',
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
