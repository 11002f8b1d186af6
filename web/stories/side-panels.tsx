import { Copyable } from '../kit/copyable.tsx';
import type { Frame } from '../kit/frame.ts';
import { Link, LinkButton } from '../kit/link.tsx';
import { Panel } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

interface PassOnProps {
  frame: Frame;
  address: string;
  /** what the address is good for */
  help: string;
  /** other words than "Address" */
  label?: string;
}

/** The address of what stands on the page, to be copied. */
export function PassOn({ frame: { say }, address, help, label }: PassOnProps) {
  return (
    <Panel title={say('story.pass-on')} id="pass-on">
      <p>{help}</p>
      <Copyable label={label ?? say('story.address')} text={address} />
    </Panel>
  );
}

interface FromOwnServerProps {
  frame: Frame;
  id: string;
  title: string;
  uri: string;
  address: string | null;
  /** the words that lead to the sign-in page */
  here: string;
}

/** For readers without an account here: how they do it from their own server. */
export function FromOwnServer({ frame, id, title, uri, address, here }: FromOwnServerProps) {
  const { say } = frame;
  return (
    <Panel tone="light" title={title} id={id}>
      <p>{say('story.try-elsewhere.help')}</p>
      <LinkButton href={paths.interact(uri)} label={say('interact.open')} icon="external-link" />
      {address && <Copyable label={say('story.address')} text={address} />}
      <p>
        <Link href={paths.signIn(frame.path)}>{here}</Link>
      </p>
    </Panel>
  );
}

interface EditOrTakeBackProps {
  frame: Frame;
  edit: string;
  takeBack: string;
  label?: string;
}

/** What an author does with anything of their own. */
export function EditOrTakeBack({ frame: { say }, edit, takeBack, label }: EditOrTakeBackProps) {
  return (
    <>
      <LinkButton href={edit} label={label ?? say('story.edit')} icon="pen-line" kind="plain" />
      <LinkButton href={takeBack} label={say('story.take-back')} icon="undo-2" kind="quiet" />
    </>
  );
}
