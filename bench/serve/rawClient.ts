import { Agent, request } from 'node:http';

/** A plain client of HTTP: the same for both servers, and too little to be what is measured. */
export class RawClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly url: string) {}

  /** The reply of an operation. @throws where it is an error */
  call(operation: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'Content-Type': 'application/x-amz-json-1.0',
            'Content-Length': Buffer.byteLength(text),
            'X-Amz-Target': `AWSStepFunctions.${operation}`,
            Authorization:
              'AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0',
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode === 200) resolve(JSON.parse(answer) as Readonly<Record<string, unknown>>);
            else reject(new Error(`${operation}: ${response.statusCode} ${answer}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
