import { changeDistrict, districtSettings } from '../../server/actions/change-district.ts';
import { districtWords } from '../../server/actions/own-words.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import { type District, readDistrict } from '../../server/reads/district.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { chosen, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { PICTURE_ALT } from '../photos/picture-fields.tsx';
import { pictureTexts, takeWithPicture } from '../photos/take-picture.ts';
import { DistrictSettingsPage } from './district-settings-page.tsx';
import { forAdmins } from './for-admins.ts';
import { holidaysSent, holidayValues } from './holiday-fields.tsx';

/** What an administrator decides about the district. */
export function districtSettingsRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/district',
    forAdmins((visit) => show(visit)),
  );
  routes.memberUpload('/admin/district', forAdmins(save));
}

/** @param sent what did not pass, and what the student check asks about it */
async function show(
  { web, frame }: MemberVisit,
  sent?: FormState,
  asked: readonly MarkedQuestion[] = [],
): Promise<Outcome> {
  const district = await readDistrict(web.ctx.db);
  const picture = district && (await pictureOf(web.ctx.db, district.actor.id));
  const now = district && { ...valuesOf(district), [PICTURE_ALT]: picture?.alt };
  const form = sent ?? freshForm(frame.say, now ?? {});
  const page = <DistrictSettingsPage {...{ frame, form, picture, asked }} />;
  return sent ? { page, status: 422 } : { page };
}

const valuesOf = (district: District) => ({
  districtName: district.name,
  about: district.about,
  country: district.country,
  languages: district.languages,
  timezone: district.timezone,
  ...holidayValues(district.holidays),
  contactEmail: district.contactEmail,
  pressContact: district.pressContact,
  accent: district.accent,
  federationMode: district.federationMode,
  authorizedFetch: district.authorizedFetch ? 'yes' : '',
  photoPolicy: district.photoPolicy,
  smallN: district.smallN,
  idPatterns: district.idPatterns.join('\n'),
});

async function save(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame } = visit;
  const main = (await readDistrict(web.ctx.db))?.languages[0] ?? '';
  return takeWithPicture(visit, {
    of: 'district',
    path: paths.districtSettings(),
    saved: frame.say('district-settings.saved'),
    read: (form) => districtSettings.safeParse(settingsIn(form, main)),
    subjectOf: (form, { about }) => districtWords(web.ctx.db, { about, ...pictureTexts(form) }),
    save: (input, answers) => changeDistrict(web.ctx, viewer.actorId, input, answers),
    again: show,
  });
}

/** @param main the language that the district's own words are in: it stays first */
function settingsIn(form: MemberVisit['form'], main: string) {
  const languages = chosen(form, 'languages');
  return {
    districtName: typed(form, 'districtName'),
    about: typed(form, 'about'),
    country: typed(form, 'country'),
    languages: [main, ...LANGUAGES].filter(
      (tag, index, all) => languages.includes(tag) && all.indexOf(tag) === index,
    ),
    timezone: typed(form, 'timezone'),
    holidays: holidaysSent(form),
    contactEmail: typed(form, 'contactEmail').trim(),
    pressContact: typed(form, 'pressContact'),
    accent: typed(form, 'accent'),
    federationMode: typed(form, 'federationMode'),
    authorizedFetch: typed(form, 'authorizedFetch') === 'yes',
    photoPolicy: typed(form, 'photoPolicy') || undefined,
    smallN: typed(form, 'smallN').trim() || undefined,
    idPatterns: linesIn(typed(form, 'idPatterns')),
  };
}

/** One to a line, without empty ones. */
const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
