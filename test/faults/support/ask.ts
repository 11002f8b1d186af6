import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  agent?: Agent;
  /** milliseconds until the question is given up, default 60 s */
  patience?: number;
}

/** Connections that are used again, as a proxy in front does it. */
export const keepAlive = () => new Agent({ keepAlive: true, maxSockets: 64 });

/** One request. Rejects when no whole answer came, with the code of the socket's error. */
export function ask(address: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', body, agent, patience = 60_000 } = question;
  const headers = {
    ...question.headers,
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  return new Promise((done, fail) => {
    const sent = request(
      address,
      { method, headers, agent: agent ?? false, signal: AbortSignal.timeout(patience) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

/** The code of a failed request: `ECONNREFUSED`, `ECONNRESET` … */
export function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? (error instanceof Error ? error.name : String(error));
}
