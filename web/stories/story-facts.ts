import { type Actor, fullHandle } from '../../server/domain/actor.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import { LICENCE_URLS } from '../../server/domain/vocabulary.ts';
import type { Work } from '../../server/domain/work.ts';
import type { Frame } from '../kit/frame.ts';
import type { HeadFacts } from '../kit/head.tsx';
import { focusNames, subjectNames } from '../kit/words.ts';
import { paths } from '../paths.ts';

/** Something of ours that has a page which everybody may read. */
interface Shared {
  uri: string;
  /** of its page */
  path: string;
  title: string;
  description: string;
  lang: string;
  publishedAt?: Date | null;
}

/** What it says of itself in its head: its lasting address, who wrote it, and what a card elsewhere shows. */
export function headFacts(frame: Frame, author: Actor, shared: Shared): HeadFacts {
  const mayBeFound = author.indexable && author.label !== 'student-teacher';
  return {
    canonical: frame.origin + shared.path,
    alternates: [{ type: 'application/activity+json', href: shared.uri }],
    creator: fullHandle(author, new URL(frame.origin).host),
    robots: mayBeFound ? undefined : 'noindex',
    openGraph: {
      title: shared.title,
      description: shared.description,
      type: 'article',
      publishedTime: shared.publishedAt?.toISOString(),
      locale: shared.lang,
    },
  };
}

/** The same of a story or question of ours. What is not for everyone says nothing. */
export function workFacts(frame: Frame, work: Work, author: Actor): HeadFacts {
  if (work.audience !== 'everyone') return { robots: 'noindex' };
  const path = paths.work(author.handle, work.slug ?? work.id);
  return headFacts(frame, author, { ...work, path, description: work.gist });
}

/** What stands around a story, as everybody may know it. */
interface StoryHead {
  authors: readonly Actor[];
  photos: readonly ShownPhoto[];
  /** addresses of what it was built on */
  builtOn: readonly string[];
}

/** The same of a story, with its first photo and in schema.org's terms. */
export function storyFacts(frame: Frame, work: Work, story: StoryHead): HeadFacts {
  const { authors, photos } = story;
  const [author] = authors;
  if (!author) return { robots: 'noindex' };
  const facts = workFacts(frame, work, author);
  if (!facts.openGraph || !facts.canonical) return facts;
  const [photo] = photos;
  const image = photo && frame.origin + paths.media(photo.token, photo.files.at(-1)?.size ?? 0);
  return {
    ...facts,
    openGraph: { ...facts.openGraph, image, imageAlt: photo?.alt },
    jsonLd: { ...jsonLd(frame, work, story, facts.canonical), ...(image ? { image } : {}) },
  };
}

/** The story in schema.org's terms: an article that is also a learning resource (LRMI). */
function jsonLd(frame: Frame, work: Work, { authors, builtOn }: StoryHead, url: string): object {
  const { say, origin, district } = frame;
  const ages = work.ageMin !== null && work.ageMax !== null ? `${work.ageMin}-${work.ageMax}` : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': ['Article', 'LearningResource'],
    '@id': work.uri,
    url,
    headline: work.title,
    abstract: work.gist,
    inLanguage: work.lang,
    author: authors.map((author) => ({
      '@type': 'Person',
      name: author.name || author.handle,
      url: origin + paths.person(author.handle),
    })),
    publisher: { '@type': 'Organization', name: district.name, url: origin + paths.district() },
    datePublished: work.publishedAt?.toISOString(),
    dateModified: (work.updatedAt ?? work.publishedAt)?.toISOString(),
    version: String(work.version),
    wordCount: work.wordCount,
    license: LICENCE_URLS[work.licence] ?? undefined,
    isBasedOn: builtOn,
    learningResourceType: say('kind.practice-story'),
    about: subjectNames(say, work.subjects),
    teaches: focusNames(say, work.focus),
    typicalAgeRange: ages,
    keywords: work.tags,
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
  };
}
