import { fullHandle } from '../../server/domain/actor.ts';
import type { DistrictPage as Data } from '../../server/reads/district-page.ts';
import { paragraphs } from '../../server/text/markdown.ts';
import { StoryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead, Panel, Part } from '../kit/panel.tsx';
import { Avatar } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';
import { FollowDistrict } from './follow-district.tsx';

/** Who this district is, what it shared last, how to reach it. What nobody has written is simply not there. */
export function DistrictPage({ frame, data }: { frame: Frame; data: Data }) {
  const { say, viewer } = frame;
  const { district, works, more } = data;
  const address = fullHandle(district.actor, new URL(frame.origin).host);
  const [where] = [
    [district.region, countryName(frame.lang, district.country)].filter((part) => part !== '').join(', '),
  ];
  return (
    <Layout
      frame={frame}
      title={district.name}
      description={say('door.sentence', { district: district.name })}
      head={{
        canonical: `${frame.origin}${paths.district()}`,
        alternates: [{ type: 'application/activity+json', href: district.actor.uri }],
        me: data.profiles,
        openGraph: { title: district.name, description: district.about, type: 'profile' },
      }}
    >
      <PageHead title={district.name} kicker={where || undefined}>
        {district.actor.iconUrl && <Avatar person={district.actor} large />}
      </PageHead>
      {district.about && (
        <Prose html={paragraphs(district.about)} lang={district.languages[0] ?? frame.lang} />
      )}
      <Part
        title={say('district.newest')}
        id="newest"
        more={{ href: paths.questions(), label: say('questions.open') }}
      >
        {works.length === 0 ? (
          <Empty
            drawing="notebook"
            text={say('district.none')}
            action={
              viewer ? { href: paths.newStory(), label: say('write.story'), icon: 'pen-line' } : undefined
            }
          />
        ) : (
          <CardList>
            {works.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
        )}
        <Pager say={say} older={more && `${paths.district()}?after=${more}`} />
      </Part>
      <FollowDistrict frame={frame} address={address} />
      <Contact frame={frame} data={data} />
    </Layout>
  );
}

function Contact({ frame: { say }, data: { district } }: { frame: Frame; data: Data }) {
  const { contactEmail, pressContact } = district;
  if (!contactEmail && !pressContact) return null;
  return (
    <Panel title={say('district.contact')} id="contact">
      {contactEmail && (
        <p>
          {say('district.write-to')} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      )}
      {pressContact && (
        <p>
          {say('district.press')} {pressContact}
        </p>
      )}
    </Panel>
  );
}

/** "United States" for US; what is no country code stays as it was written. */
function countryName(lang: string, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(country) ?? country;
}
