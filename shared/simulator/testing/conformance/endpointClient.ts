/** Speaks the protocol to an endpoint without any client's own checks, as AWS's service would be asked. */

export type Answer =
  | { readonly ok: true; readonly reply: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string };

/** Sends one operation. */
export async function send(url: string, operation: string, request: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(request),
  });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  if (response.ok) return { ok: true, reply: body };
  const [code = ''] = String(body['__type']).split('#').slice(-1);
  return { ok: false, status: response.status, code, message: String(body['message'] ?? '') };
}
