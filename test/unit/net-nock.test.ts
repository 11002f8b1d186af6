import nock from 'nock';
import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import { type Net, openNet } from '../../server/net/net.ts';

let net: Net;

beforeEach(() => {
  nock.disableNetConnect();
  net = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true });
});
afterEach(async () => {
  await net.close();
  nock.cleanAll();
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

test.each(['https://elsewhere.example', 'http://elsewhere.example:8080'])(
  'a pretended server at %s answers get, post and fetch',
  async (origin) => {
    const scope = nock(origin)
      .get('/users/anna')
      .matchHeader('user-agent', 'ajar-test')
      .reply(200, { id: 'anna' }, { 'content-type': 'application/activity+json' })
      .post('/inbox', 'hello')
      .reply(202, 'taken')
      .get('/plain')
      .reply(200, 'text');
    const document = await net.get(`${origin}/users/anna`, { accept: AP_ACCEPT, types: AP_TYPES });
    expect(document.json()).toEqual({ id: 'anna' });
    const delivery = await net.post(`${origin}/inbox`, { headers: {}, body: 'hello' });
    expect(delivery).toEqual({ status: 202, retryAfterSeconds: null, bodyStart: 'taken' });
    expect(await (await net.fetch(`${origin}/plain`)).text()).toBe('text');
    scope.done();
  },
);

test('a request that no pretended server expects goes nowhere', async () => {
  const asked = net.get('https://nobody.example/', { accept: AP_ACCEPT, types: AP_TYPES });
  await expect(asked).rejects.toMatchObject({ name: 'NetError', kind: 'connection' });
});
