/** What went wrong with an outbound request, as a closed list. */
export type NetErrorKind =
  | 'url'
  | 'scheme'
  | 'port'
  | 'address'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'redirect'
  | 'content-type'
  | 'too-big';

/** Kinds that may be gone when the same request is made later. */
const PASSING: ReadonlySet<NetErrorKind> = new Set(['dns', 'connection', 'tls', 'timeout', 'protocol']);

/**
 * Every failure of an outbound request. `plain` says the cause in words an administrator understands and
 * reads well after "The last attempt failed:"; `retryable` says whether a later attempt can succeed.
 */
export class NetError extends Error {
  override readonly name = 'NetError';
  readonly kind: NetErrorKind;
  readonly plain: string;
  readonly retryable: boolean;

  constructor(kind: NetErrorKind, plain: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(`${kind}: ${plain}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.plain = plain;
    this.retryable = options.retryable ?? PASSING.has(kind);
  }
}

const INCOMPLETE_CHAIN = 'their certificate comes without the chain that proves who issued it';
const SELF_SIGNED = 'their certificate is signed by nobody but themselves';
const CLOSED = 'they closed the connection before the answer was complete';
const UNREACHABLE = 'their network cannot be reached from here';

const CAUSES: Readonly<Record<string, readonly [NetErrorKind, string]>> = {
  ECONNREFUSED: ['connection', 'no web server is running at their address'],
  ECONNRESET: ['connection', CLOSED],
  EPIPE: ['connection', CLOSED],
  UND_ERR_SOCKET: ['connection', CLOSED],
  EHOSTUNREACH: ['connection', UNREACHABLE],
  ENETUNREACH: ['connection', UNREACHABLE],
  UND_ERR_DESTROYED: ['connection', 'this district is stopping'],
  UND_ERR_CLOSED: ['connection', 'this district is stopping'],
  ETIMEDOUT: ['timeout', 'their server did not accept a connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'their server did not accept a connection in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'their server took the request and then said nothing'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'their server stopped in the middle of the answer'],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', 'the headers of their answer are too long'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['protocol', 'their answer is shorter or longer than it says'],
  CERT_HAS_EXPIRED: ['tls', 'their certificate has expired'],
  CERT_NOT_YET_VALID: ['tls', 'their certificate is not valid yet, or the clock of this server is wrong'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'their certificate belongs to another name'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', SELF_SIGNED],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', SELF_SIGNED],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', INCOMPLETE_CHAIN],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', INCOMPLETE_CHAIN],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', INCOMPLETE_CHAIN],
  EPROTO: ['tls', 'their server does not speak HTTPS properly'],
};

/** Turns whatever a socket, TLS, or undici throws into a NetError; a NetError passes unchanged. */
export function toNetError(error: unknown): NetError {
  if (error instanceof NetError) return error;
  const code = codeOf(error);
  const known = CAUSES[code];
  if (known) return new NetError(known[0], known[1], { cause: error });
  if (code === 'UND_ERR_INVALID_ARG') {
    return new NetError('protocol', 'the request could not be written', { cause: error, retryable: false });
  }
  if (code.startsWith('HPE_') || (error as Error | null)?.name === 'HTTPParserError') {
    return new NetError('protocol', 'their answer is not proper HTTP', { cause: error });
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.includes('CERT')) {
    return new NetError('tls', `their certificate or encryption was refused (${code})`, { cause: error });
  }
  return new NetError('connection', `the connection failed (${code || 'no reason given'})`, { cause: error });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code.slice(0, 60) : '';
}
