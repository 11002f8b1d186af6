import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inside } from './chroot.ts';

export interface Certificates {
  /** of the authority that both neighbours trust */
  authority: string;
  key: string;
  cert: string;
}

/** A certificate authority for this run and a certificate for the names, made by the folder's openssl in its /srv. */
export async function certificates(root: string, names: readonly string[]): Promise<Certificates> {
  const srv = join(root, 'srv');
  writeFileSync(join(srv, 'openssl.cnf'), '[req]\ndistinguished_name = name\n[name]\n');
  const common =
    'req -x509 -config /srv/openssl.cnf -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 2';
  const make = (text: string) => inside(root, ['openssl', ...`${common} ${text}`.split(' ')]);
  await make(
    '-keyout /srv/ca.key -out /srv/ca.pem -subj /CN=Interop -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign',
  );
  const alternatives = names.map((name) => `DNS:${name}`).join(',');
  await make(
    `-CA /srv/ca.pem -CAkey /srv/ca.key -keyout /srv/tls.key -out /srv/tls.pem -subj /CN=${names[0]} -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=${alternatives}`,
  );
  const read = (name: string) => readFileSync(join(srv, name), 'utf8');
  writeFileSync(join(root, 'etc', 'ssl', 'certs', 'ca-certificates.crt'), read('ca.pem'));
  return { authority: read('ca.pem'), key: read('tls.key'), cert: read('tls.pem') };
}
