/**
 * Gives the nodes of a test the names that they would have: https and a plain host instead of a loopback port.
 * Other servers look at both, and the length of an address matters to some.
 * @param hosts by origin, such as `http://localhost:4000`
 */
export function productionNames(hosts: Readonly<Record<string, string>>): (text: string) => string {
  return (text) => {
    let named = text;
    for (const [origin, host] of Object.entries(hosts))
      named = named.replaceAll(origin, `https://${host}`).replaceAll(new URL(origin).host, host);
    return named;
  };
}
