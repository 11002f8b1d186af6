import { z } from 'zod';
import { cleanLine } from './text-limits.ts';

/** What this node does about another server and its sub-domains. */
export interface DomainRule {
  /** ASCII host, lower case */
  domain: string;
  /** noop: only the rejections below; silence: its people always wait for the author; suspend: nothing in or out */
  severity: 'noop' | 'silence' | 'suspend';
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
    .trim()
    .toLowerCase()
    .transform(asHost)
    .pipe(
      z
        .string('not-a-domain')
        .max(253, 'not-a-domain')
        .regex(/^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/, 'not-a-domain'),
    ),
  severity: z.enum(['noop', 'silence', 'suspend'], 'unknown'),
  rejectMedia: z.boolean().default(false),
  rejectReports: z.boolean().default(false),
  publicComment: comment,
  privateComment: comment,
  obfuscate: z.boolean().default(false),
});

/** Unicode names become punycode, so that one server has one name. */
function asHost(text: string): string | undefined {
  return URL.canParse(`https://${text}`) ? new URL(`https://${text}`).host : undefined;
}
