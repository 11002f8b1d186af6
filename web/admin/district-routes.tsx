import { changeDistrict, districtSettings } from '../../server/actions/change-district.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import { readDistrict } from '../../server/reads/district.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { chosen, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { dropPicture, takePicture } from '../photos/take-picture.ts';
import { DistrictSettingsPage } from './district-settings-page.tsx';
import { forAdmins } from './for-admins.ts';

/** What an administrator decides about the district. */
export function districtSettingsRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/district',
    forAdmins((visit) => showPresent(visit)),
  );
  routes.memberPost('/admin/district', forAdmins(save));
  routes.memberUpload(
    '/admin/district/picture',
    forAdmins((visit) => takePicture(visit, 'district', paths.districtSettings(), showPresent)),
  );
  routes.memberPost(
    '/admin/district/picture/remove',
    forAdmins((visit) => dropPicture(visit, 'district', paths.districtSettings())),
  );
}

/**
 * @param sentPicture a picture that did not pass
 * @param asked by the student check about its words
 */
async function show(
  { web, frame }: MemberVisit,
  form: FormState,
  sentPicture?: FormState,
  asked?: readonly MarkedQuestion[],
): Promise<Outcome> {
  const district = await readDistrict(web.ctx.db);
  const picture = district && (await pictureOf(web.ctx.db, district.actor.id));
  const pictureForm = sentPicture ?? freshForm(frame.say, { pictureAlt: picture?.alt });
  const page = <DistrictSettingsPage {...{ frame, form, picture, pictureForm, asked }} />;
  return { page, status: form.problems.length + pictureForm.problems.length > 0 ? 422 : 200 };
}

async function showPresent(
  visit: MemberVisit,
  sentPicture?: FormState,
  asked?: readonly MarkedQuestion[],
): Promise<Outcome> {
  const district = await readDistrict(visit.web.ctx.db);
  const values = district && {
    districtName: district.name,
    about: district.about,
    country: district.country,
    languages: district.languages,
    timezone: district.timezone,
    contactEmail: district.contactEmail,
    pressContact: district.pressContact,
    accent: district.accent,
    federationMode: district.federationMode,
    authorizedFetch: district.authorizedFetch ? 'yes' : '',
    photoPolicy: district.photoPolicy,
    smallN: district.smallN,
    idPatterns: district.idPatterns.join('\n'),
  };
  return show(visit, freshForm(visit.frame.say, values ?? {}), sentPicture, asked);
}

async function save(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const main = (await readDistrict(web.ctx.db))?.languages[0] ?? '';
  const languages = chosen(form, 'languages');
  const input = districtSettings.safeParse({
    districtName: typed(form, 'districtName'),
    about: typed(form, 'about'),
    country: typed(form, 'country'),
    // the first one is the language that the district's own words are in: it stays first
    languages: [main, ...LANGUAGES].filter(
      (tag, index, all) => languages.includes(tag) && all.indexOf(tag) === index,
    ),
    timezone: typed(form, 'timezone'),
    contactEmail: typed(form, 'contactEmail').trim(),
    pressContact: typed(form, 'pressContact'),
    accent: typed(form, 'accent'),
    federationMode: typed(form, 'federationMode'),
    authorizedFetch: typed(form, 'authorizedFetch') === 'yes',
    photoPolicy: typed(form, 'photoPolicy') || undefined,
    smallN: typed(form, 'smallN').trim() || undefined,
    idPatterns: linesIn(typed(form, 'idPatterns')),
  });
  if (!input.success) return show(visit, failedForm(frame.say, form, input.error));
  await changeDistrict(web.ctx, viewer.actorId, input.data);
  return {
    seeOther: paths.districtSettings(),
    flash: { kind: 'ok', text: frame.say('district-settings.saved') },
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
