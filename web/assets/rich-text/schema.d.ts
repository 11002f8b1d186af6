import type { AnyExtension, JSONContent } from '@tiptap/core';

export const extensions: AnyExtension[];
export function fromMarkdown(markdown: string): JSONContent;
export function toMarkdown(doc: JSONContent): string;
export function isFaithful(markdown: string): boolean;
