import { describe, expect, test } from '@jest/globals';
import type { VNode } from 'preact';
import { storyInput } from '../../server/domain/work.ts';
import { AgeRange, Checkbox, Checkboxes, Radios } from '../../web/kit/choices.tsx';
import { Select, TextArea, TextField } from '../../web/kit/fields.tsx';
import { ButtonForm, PostForm, Submit } from '../../web/kit/form.tsx';
import { type FormState, failedForm, freshForm } from '../../web/kit/form-state.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { renderPage } from '../../web/kit/render.ts';

const say = sayIn('en');
const html = (page: VNode): string => renderPage(page);
const NASTY = '"></textarea><script>alert(1)</script>';
const OPTIONS = [
  { value: 'a', label: 'Apples', hint: 'Red' },
  { value: 'b', label: 'Pears' },
];

/** Every problem that the summary leads to, and whether something with that id is in the page. */
function targets(page: string): [id: string, there: boolean][] {
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(page)?.[0] ?? '';
  return [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => [id, page.includes(` id="${id}"`)]);
}

/** Every id that some control says describes it. */
function describedBy(page: string): string[] {
  return [...page.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids = '']) => ids.split(' '));
}

function Everything({ form }: { form: FormState }) {
  return (
    <PostForm action="/write" form={form}>
      <TextField form={form} name="title" label="Title" hint="Short." limit={90} />
      <TextArea form={form} name="how" label="The how" hint="Steps." limit={300} heading />
      <Select form={form} name="classSize" label="Class" hint="About." options={OPTIONS} blank="Not said" />
      <Radios form={form} name="audience" label="For whom?" hint="One." options={OPTIONS} />
      <Checkboxes form={form} name="subjects" label="Subject" hint="Some." options={OPTIONS} />
      <Checkbox form={form} name="read" label="I have read it" hint="Really." />
      <AgeRange form={form} hint="Years." />
      <Submit label="Save" />
    </PostForm>
  );
}

describe('a form that was sent and did not pass', () => {
  const problems = [
    'title',
    'how',
    'classSize',
    'audience',
    'subjects',
    'read',
    'ages',
    'ageMin',
    'ageMax',
  ].map((field) => ({ field, say: 'missing' }));
  const page = html(<Everything form={{ say, values: {}, problems }} />);

  test('says on top what is wrong, and every sentence leads to its field', () => {
    expect(targets(page)).toHaveLength(problems.length);
    expect(targets(page).filter(([, there]) => !there)).toEqual([]);
    expect(page).toContain('9 things need another look');
    expect(page.indexOf('class="error-summary"')).toBeLessThan(page.indexOf('class="field'));
  });

  test('every hint, count and complaint that a control names is in the page', () => {
    const ids = describedBy(page);
    expect(ids).toEqual(
      expect.arrayContaining([
        'field-title-hint',
        'title-count',
        'field-title-error',
        'field-audience-error',
        'field-ageMin-error',
      ]),
    );
    expect(ids.filter((id) => !page.includes(` id="${id}"`))).toEqual([]);
  });

  test('no id stands twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test.each(['title', 'how', 'classSize', 'subjects', 'read', 'ageMin', 'ageMax'])(
    '%s is marked as invalid',
    (name) => {
      expect(page).toMatch(new RegExp(`<(input|textarea|select)[^>]*name="${name}"[^>]*aria-invalid="true"`));
    },
  );

  test('the radio group is marked as a whole', () => {
    expect(page).toMatch(/<fieldset[^>]*role="radiogroup"[^>]*aria-invalid="true"/);
  });

  test('browsers do not check before us', () => {
    expect(page).toMatch(/^<!doctype html>\n<form class="form" method="post" action="\/write" novalidate/);
  });
});

describe('a form without problems', () => {
  const page = html(<Everything form={freshForm(say)} />);

  test('has no summary and nothing invalid', () => {
    expect(page).not.toContain('error-summary');
    expect(page).not.toContain('aria-invalid');
    expect(page).not.toContain('-error');
  });

  test('every control has a label', () => {
    const controls = [...page.matchAll(/<(?:input|textarea|select)[^>]*? id="([^"]+)"/g)].map(([, id]) => id);
    expect(controls).toHaveLength(10);
    expect(controls.filter((id) => !page.includes(` for="${id}"`))).toEqual([]);
  });
});

describe('what was typed', () => {
  test('stays, whatever it is', () => {
    const page = html(
      <Everything
        form={{
          say,
          values: {
            title: NASTY,
            how: NASTY,
            subjects: ['b'],
            audience: 'a',
            classSize: 'b',
            read: 'yes',
            ageMin: '1x',
            ageMax: 12,
          },
          problems: [],
        }}
      />,
    );
    expect(page).not.toContain('<script');
    expect(page).toContain(
      'value="&quot;></textarea>&lt;script>alert(1)&lt;/script>"'.replaceAll('</', '&lt;/'),
    );
    expect(page).toMatch(/<option value="b" selected/);
    expect(page).toMatch(/value="a" checked/);
    expect(page).toMatch(/name="subjects" value="b" checked/);
    expect(page).not.toMatch(/name="subjects" value="a" checked/);
    expect(page).toMatch(/name="read" value="yes" checked/);
    expect(page).toContain('value="1x"');
    expect(page).toContain('value="12"');
  });

  test('one box of a list that arrives as a single word is ticked', () => {
    const page = html(
      <Checkboxes form={freshForm(say, { subjects: 'a' })} name="subjects" label="S" options={OPTIONS} />,
    );
    expect(page).toMatch(/value="a" checked/);
  });

  test('a password is never sent back', () => {
    expect(
      html(
        <TextField
          form={freshForm(say, { password: 'secret words' })}
          name="password"
          type="password"
          label="Password"
        />,
      ),
    ).not.toContain('secret words');
  });

  test('is counted in characters as people count them, and not cut off', () => {
    const page = html(
      <TextArea form={freshForm(say, { gist: '👋👋' })} name="gist" label="Gist" limit={280} />,
    );
    expect(page).toContain('>2 / 280<');
    expect(page).not.toContain('maxlength');
  });

  test('a schema that does not pass gives one problem for each field and keeps the values', () => {
    const sent = { title: 'x'.repeat(91), gist: 'www.example.org <b>' };
    const result = storyInput.safeParse(sent);
    const form = failedForm(say, sent, result.error ?? { issues: [] });
    expect(form.values).toBe(sent);
    expect(form.problems.map(({ field }) => field).sort()).toEqual(['gist', 'title']);
    expect(html(<TextField form={form} name="title" label="Title" />)).toContain('90 characters at most');
  });
});

test('one button is a form of its own, with its hidden fields', () => {
  const page = html(<ButtonForm action="/@ruth/follow" label="Follow" fields={{ back: '/"x' }} />);
  expect(page).toContain('<form class="button-form" method="post" action="/@ruth/follow">');
  expect(page).toContain('<input type="hidden" name="back" value="/&quot;x"/>');
});
