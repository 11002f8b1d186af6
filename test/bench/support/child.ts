import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { join } from 'node:path';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Remembers a process, so that it ends with this one whatever happens. */
export function endWithUs(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** A program of the benchmark in a process of its own, which answers one question after the other. */
export interface Child<Question, Answer> {
  pid: number;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** @param program name of a file in test/bench that calls `answering` */
export function startChild<Question, Answer>(program: string): Child<Question, Answer> {
  const file = join(import.meta.dirname, '..', program);
  const child = fork(file, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  endWithUs(child);
  const ended = new Promise<never>((_, fail) => {
    child.once('exit', (code) => fail(new Error(`${program} ended with ${code}`)));
  });
  ended.catch(() => {});
  return {
    pid: child.pid as number,
    ask(question) {
      const answered = new Promise<Answer>((done, fail) => {
        child.once('message', (message: { answer: Answer } | { error: string }) =>
          'error' in message ? fail(new Error(`${program}: ${message.error}`)) : done(message.answer),
        );
      });
      child.send(question as Serializable);
      return Promise.race([answered, ended]);
    },
    async stop() {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}

/** For the other side: answers the parent's questions. */
export function answering<Question, Answer>(answer: (question: Question) => Promise<Answer> | Answer): void {
  process.on('message', async (question: Question) => {
    try {
      process.send?.({ answer: await answer(question) });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? String(error.stack) : String(error) });
    }
  });
  process.once('disconnect', () => process.exit());
}
