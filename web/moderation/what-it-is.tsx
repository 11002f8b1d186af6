import type { AskedAbout } from '../../server/reads/asked-about.ts';
import type { Frame } from '../kit/frame.ts';
import { PersonLink } from '../kit/person-link.tsx';
import { paths } from '../paths.ts';
import { personRef, placePath } from '../stories/refs.ts';

/** The page of what a moderator is asked about. */
export function pathOf({ place, author }: AskedAbout): string {
  if (place) return placePath(place);
  if (author.kind === 'organization' && author.host === null) return paths.district();
  return author.host === null ? paths.person(author.handle) : paths.remotePerson(author.handle, author.host);
}

interface WhatItIsProps {
  frame: Frame;
  thing: AskedAbout;
  /** its page is not for everybody here: then it is named without a link */
  closed?: boolean;
}

/** "A story by Sam: Seven silent seconds", with the way to it. */
export function WhatItIs({ frame, thing, closed }: WhatItIsProps) {
  const { say } = frame;
  const { kind, author, title, lang } = thing;
  const person = <PersonLink person={personRef(frame, author)} handle />;
  if (kind === 'person') return person;
  const what = thing.isQuestion ? 'question' : kind;
  const words = title || say(`asked.untitled.${what}`);
  const tongue = title ? { lang, dir: 'auto' as const } : {};
  return (
    <>
      {title && `${say(`asked.${what}`)} `}
      {closed ? (
        <cite {...tongue}>{words}</cite>
      ) : (
        <a href={pathOf(thing)} {...tongue}>
          {words}
        </a>
      )}{' '}
      {say('asked.by')} {person}
    </>
  );
}
