import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Json } from './peer-actor.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Json;

/** A document that another server could send, by the name of its file. */
export const fixture = (name: string): Json => read(`wire-fixtures/${name}.json`);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: true });
ajvFormats.default(ajv);
for (const name of ['parts', 'story', 'try', 'thanks', 'call'])
  ajv.addSchema(read(`../../docs/schemas/${name}.schema.json`) as AnySchemaObject);

/** What is wrong with a document by our published schema; empty when nothing is. */
export function schemaProblems(name: 'story' | 'try' | 'thanks' | 'call', document: Json): string[] {
  ajv.validate(`${name}.schema.json`, document);
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
