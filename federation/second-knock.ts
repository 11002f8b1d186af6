import { webcrypto } from 'node:crypto';
import { signatures } from './fedify.ts';
import type { SigningKey } from './http-signature.ts';

/**
 * The headers of a request signed by RFC 9421, for servers that answered 401 to the older form ("double knock").
 * @param body null for a GET
 */
export async function signRfc9421(
  method: 'GET' | 'POST',
  url: URL,
  body: string | null,
  accept: string,
  key: SigningKey,
): Promise<Record<string, string>> {
  const pkcs8 = key.privateKey.export({ type: 'pkcs8', format: 'der' });
  const cryptoKey = await webcrypto.subtle.importKey(
    'pkcs8',
    pkcs8,
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['sign'],
  );
  const headers: Record<string, string> =
    method === 'GET' ? { accept } : { 'content-type': 'application/activity+json' };
  const request = new Request(url, { method, headers, ...(body === null ? {} : { body }) });
  const { signRequest } = await signatures();
  const signed = await signRequest(request, cryptoKey as CryptoKey, new URL(key.keyId), {
    spec: 'rfc9421',
    ...(body === null ? {} : { body: new TextEncoder().encode(body).buffer as ArrayBuffer }),
  });
  const out: Record<string, string> = {};
  for (const [name, value] of signed.headers) if (name !== 'accept' && name !== 'host') out[name] = value;
  return out;
}
