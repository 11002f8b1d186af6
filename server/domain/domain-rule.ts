import { z } from 'zod';
import { normalHost } from './handle.ts';
import { cleanLine } from './text-limits.ts';

export const SEVERITIES = ['silence', 'suspend', 'noop'] as const;

/** What this node does about another server and its sub-domains. */
export interface DomainRule {
  /** ASCII host, lower case */
  domain: string;
  /** noop: only the rejections below; silence: its people always wait for the author; suspend: nothing in or out */
  severity: (typeof SEVERITIES)[number];
  rejectMedia: boolean;
  rejectReports: boolean;
  /** shown on the page about federation */
  publicComment: string;
  privateComment: string;
  /** show the name only in part */
  obfuscate: boolean;
}

const comment = z
  .string()
  .default('')
  .transform((text) => cleanLine(text, 500));

export const domainRuleInput = z.object({
  domain: z
    .string()
    .max(1_000, 'not-a-domain')
    .trim()
    .toLowerCase()
    .transform(asHost)
    .pipe(
      z
        .string('not-a-domain')
        .max(253, 'not-a-domain')
        .regex(/^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/, 'not-a-domain'),
    ),
  severity: z.enum(SEVERITIES, 'unknown'),
  rejectMedia: z.boolean().default(false),
  rejectReports: z.boolean().default(false),
  publicComment: comment,
  privateComment: comment,
  obfuscate: z.boolean().default(false),
});

/**
 * One server has one name: Unicode becomes punycode, and of an address or a handle only the host is taken.
 * A name without a dot would cover a whole top-level domain; only this machine and names with a port have none.
 */
function asHost(text: string): string | undefined {
  const bare = text
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^.*@/, '')
    .replace(/^\*\./, '');
  const host = normalHost(bare);
  return host !== null && /[.:]|^localhost$/.test(host) ? host : undefined;
}

/** Whether a rule about `domain` holds for `host`: it is that server (whatever its port) or one of its sub-domains. */
export function covers(domain: string, host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return host === domain || name === domain || name.endsWith(`.${domain}`);
}
