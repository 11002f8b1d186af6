import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { bestLanguage } from '../kit/messages.ts';

const known = new LRUCache<string, string>({ max: 500 });

/** The best language that we have words in, of those that the browser asks for (RFC 9110, Accept-Language). */
export function languageOf(request: Request): string {
  const wanted = request.headers['accept-language']?.slice(0, 200) ?? '';
  let found = known.get(wanted);
  if (found === undefined) {
    found = bestLanguage(inOrder(wanted));
    known.set(wanted, found);
  }
  return found;
}

function inOrder(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, weight }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
