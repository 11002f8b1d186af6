/**
 * Fedify's rooms, loaded when they are first needed: its vocabulary takes 40 MB, and a node that hears only compact
 * JSON with the older signatures (nearly all of the fediverse) never needs them.
 */
export const signatures = () => import('@fedify/fedify/sig');
export const vocabulary = () => import('@fedify/fedify/vocab');
export const runtime = () => import('@fedify/fedify/runtime');
