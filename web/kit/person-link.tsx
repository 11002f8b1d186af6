import { AVATAR_SIZES } from '../../server/domain/photo.ts';

/** Somebody as pages show them. */
export interface PersonRef {
  /** the name as chosen */
  name: string;
  handle: string;
  /** null: one of ours */
  host: string | null;
  /** their page here, from web/paths.ts; without it there is only the name */
  href?: string;
  /** the address of the picture; pictures of people elsewhere stay where they are */
  iconUrl?: string | null;
}

interface PersonLinkProps {
  person: PersonRef;
  /** the tile with the initials before the name */
  avatar?: boolean;
  /** `@ruth` or `@sam@social.example` after the name */
  handle?: boolean;
}

/** A name that leads to its page. Names stand apart from the text around them, whatever their direction. */
export function PersonLink({ person, avatar, handle }: PersonLinkProps) {
  const name = <bdi class="name">{person.name || person.handle}</bdi>;
  return (
    <span class="person">
      {avatar && <Avatar person={person} />}
      {person.href ? (
        <a class="person-name" href={person.href}>
          {name}
        </a>
      ) : (
        name
      )}
      {handle && (
        <>
          {' '}
          <bdi class="handle" dir="ltr">
            @{person.handle}
            {person.host && `@${person.host}`}
          </bdi>
        </>
      )}
    </span>
  );
}

/** Several people as a list in words: “Ruth, Marcus and Alma”, each leading to their page. */
export function People({ lang, people }: { lang: string; people: readonly PersonRef[] }) {
  const places = new Intl.ListFormat(lang).formatToParts(people.map((_, index) => String(index)));
  return (
    <>
      {places.map(({ type, value }) => {
        const person = type === 'element' ? people[Number(value)] : undefined;
        return person ? <PersonLink key={value} person={person} /> : value;
      })}
    </>
  );
}

const TONES = 6;

/** The picture, or initials on a soft tile; an ornament, the name stands beside it. */
export function Avatar({
  person,
  large,
}: {
  person: Pick<PersonRef, 'name' | 'handle' | 'host' | 'iconUrl'>;
  large?: boolean;
}) {
  const picture = person.host === null && person.iconUrl ? URL.parse(person.iconUrl)?.pathname : undefined;
  if (picture) return <Picture path={picture} large={large} />;
  return (
    <span
      class={`avatar tone-${toneOf(`${person.handle}@${person.host ?? ''}`)}${large ? ' large' : ''}`}
      aria-hidden="true"
    >
      {initials(person.name || person.handle)}
    </span>
  );
}

/** As a path, so that it is ours by whatever name the building was opened. The smaller file is enough in lists. */
function Picture({ path, large }: { path: string; large: boolean | undefined }) {
  const [most, least] = [AVATAR_SIZES.at(-1) ?? 0, AVATAR_SIZES[0]];
  const small = path.replace(`/${most}.jpg`, `/${least}.jpg`);
  return (
    <img
      class={large ? 'avatar large' : 'avatar'}
      src={large ? path : small}
      alt=""
      width={large ? most : least}
      height={large ? most : least}
      loading="lazy"
      decoding="async"
    />
  );
}

const letters = new Intl.Segmenter();

/** The first letters of the first and the last word: "Ruth Alvarez" is RA, "Chen Wenhui" CW, "林昭" 林. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return (
    ends
      .map((word) => {
        const [first] = letters.segment(word ?? '');
        return first?.segment ?? '';
      })
      .join('')
      .toLocaleUpperCase() || '·'
  );
}

/** Always the same tone for the same person. */
function toneOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % TONES) + 1;
}
