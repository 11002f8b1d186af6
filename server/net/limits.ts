/** Bounds of every outbound request. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** for the answer of the name server */
  dnsMs: number;
  /** for TCP and TLS, on top of what the name took */
  connectMs: number;
  /** for the response headers after the request was sent, and for each pause inside the body */
  headersMs: number;
  /** for everything together: waiting for a slot, redirects, the whole body */
  totalMs: number;
  /** response headers */
  headerBytes: number;
  /** response body of `get` and `fetch` */
  maxBytes: number;
  /** start of the answer to a `post` that is kept */
  postKeepBytes: number;
  /** answers that nobody reads are drained up to this size so that the connection can be used again */
  drainBytes: number;
  redirects: number;
  urlLength: number;
  /** requests in flight to one origin; others wait */
  getsPerOrigin: number;
  postsPerOrigin: number;
  /** an idle connection is closed after this time, whatever the other server proposes */
  keepAliveMs: number;
  /** while more connections than this are open, none is kept after its answer */
  openSockets: number;
}

/** The values in use; the timeouts are those of Mastodon (`app/lib/request.rb`). */
export const LIMITS: Limits = {
  dnsMs: 5_000,
  connectMs: 5_000,
  headersMs: 10_000,
  totalMs: 30_000,
  headerBytes: 16_384,
  maxBytes: 1_048_576,
  postKeepBytes: 2_048,
  drainBytes: 65_536,
  redirects: 3,
  urlLength: 2_048,
  getsPerOrigin: 10,
  postsPerOrigin: 8,
  keepAliveMs: 10_000,
  openSockets: 2_000,
};
