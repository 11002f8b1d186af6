import { Deadline } from '../../server/net/deadline.ts';
import { Slots } from '../../server/net/slots.ts';

const open: Deadline[] = [];
afterEach(() => {
  for (const deadline of open.splice(0)) deadline.clear();
});

function deadline(signal?: AbortSignal): Deadline {
  const made = new Deadline(60_000, signal);
  open.push(made);
  return made;
}

test('others wait in order, and go when one leaves', async () => {
  const slots = new Slots(2);
  const order: string[] = [];
  await slots.enter('a', deadline());
  await slots.enter('a', deadline());
  const third = slots.enter('a', deadline()).then(() => order.push('third'));
  const fourth = slots.enter('a', deadline()).then(() => order.push('fourth'));
  await slots.enter('b', deadline());
  expect(order).toEqual([]);
  slots.leave('a');
  await third;
  expect(order).toEqual(['third']);
  slots.leave('a');
  await fourth;
  expect(order).toEqual(['third', 'fourth']);
});

test('one that gives up while waiting takes no slot', async () => {
  const slots = new Slots(1);
  await slots.enter('a', deadline());
  const caller = new AbortController();
  const waiting = slots.enter('a', deadline(caller.signal));
  caller.abort('changed my mind');
  await expect(waiting).rejects.toBe('changed my mind');
  slots.leave('a');
  expect(slots.size).toBe(0);
});

test('nothing is remembered about an origin that is idle', async () => {
  const slots = new Slots(1);
  for (let i = 0; i < 100; i += 1) await slots.enter(`https://host-${i}.example`, deadline());
  expect(slots.size).toBe(100);
  for (let i = 0; i < 100; i += 1) slots.leave(`https://host-${i}.example`);
  expect(slots.size).toBe(0);
});

test('a deadline that has passed already tells whoever comes later', () => {
  const passed = deadline(AbortSignal.abort('too late'));
  const reasons: unknown[] = [];
  passed.watch((reason) => reasons.push(reason));
  expect(reasons).toEqual(['too late']);
});
