import express from 'express';
import type { MemberVisit } from '../http/visit.ts';

const UPLOAD_BYTES = 2 * 1024 * 1024;
const readBody = express.raw({ type: 'multipart/form-data', limit: UPLOAD_BYTES });

/**
 * Reads a form that may hold a file (`multipart/form-data`), which no other door takes. Call it once it is known who
 * asks: nothing is read before. More than 2 MiB ends in a 413 of the error handler.
 * @returns text by field: of a file its content, read as UTF-8; null when the form is not whole
 */
export async function readUpload({ request }: MemberVisit): Promise<ReadonlyMap<string, string> | null> {
  const { res } = request;
  if (!res) return null;
  await new Promise<void>((done, fail) => readBody(request, res, (error) => (error ? fail(error) : done())));
  if (!Buffer.isBuffer(request.body)) return null;
  try {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(request.body), {
      headers: { 'content-type': type },
    }).formData();
    const fields = new Map<string, string>();
    for (const [name, value] of form)
      fields.set(name, typeof value === 'string' ? value : await value.text());
    return fields;
  } catch {
    return null;
  }
}
