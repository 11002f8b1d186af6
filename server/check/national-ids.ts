import {
  cpf,
  elevenTest,
  frenchKey,
  germanTaxNumber,
  iban,
  isDay,
  norwegianNumber,
  pesel,
  spanishLetter,
  turkishNumber,
  verhoeff,
} from './checksums.ts';

/** How a country writes a person's number. */
export interface NationalId {
  country: string;
  /** with its spaces and hyphens; edges are added */
  shape: string;
  /** asked about the digits and letters alone */
  valid?: (id: string) => boolean;
  /** only in texts of these languages (`other`: none of the six) */
  languages?: string;
  /** a word of these near by is enough, and with neither of the above it is needed */
  near?: string;
}

/** Day, month and year at the beginning. */
const dmy = (id: string) => isDay(id.slice(4, 6), id.slice(2, 4), id.slice(0, 2));
/** Year, month and day at the beginning; Sweden's coordination numbers add 60 to the day. */
const ymd = (id: string) => isDay(id.slice(0, 2), id.slice(2, 4), String(Number(id.slice(4, 6)) % 60));

/**
 * Published formats of the authorities named. A shape of its own is enough: a mistyped number is a number too. Where only
 * digits are to be seen, the check digit must be right or a word must stand near.
 */
export const NATIONAL_IDS: readonly NationalId[] = [
  {
    country: 'US: Social Security number',
    shape: '[\\dXx*•]{3}[- ][\\dXx*•]{2}[- ]\\d{4}',
  },
  { country: 'US: Social Security number', shape: '\\d{9}', near: 'ssn|social security|social' },
  // since 2023 the sign of the century may be any of -YXWVU, A-F
  {
    country: 'FI: henkilötunnus',
    shape: '\\d{6}[-+A-FU-Ya-fu-y]\\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]',
    valid: dmy,
  },
  {
    country: 'FI: henkilötunnus',
    shape: '\\d{6} ?[-–+A-FU-Ya-fu-y] ?\\d{3}[0-9A-Za-z]',
    near: 'hetu|henkilötunnu|sotu',
  },
  { country: 'FI: oppijanumero (OID)', shape: '1\\.2\\.246\\.562\\.(?:24|98)\\.\\d{11}' },
  { country: 'ES: DNI', shape: '\\d{8}-?[A-HJ-NP-TV-Z]', valid: spanishLetter },
  { country: 'ES: DNI', shape: '\\d{1,2}\\.?\\d{3}\\.?\\d{3} ?-? ?[A-Z]', near: 'd\\.?n\\.?i|nif|documento' },
  { country: 'ES: NIE', shape: '[XYZ]-?\\d{7}-?[A-Z]' },
  {
    country: 'FR: NIR',
    shape: '[1-478] \\d{2} (?:[02-9]\\d|1[0-2]) (?:\\d{2}|2[AB]) \\d{3} \\d{3} ?[|/-]? ?\\d{2}',
  },
  { country: 'FR: NIR', shape: '[1-478] \\d{2} \\d{2} (?:\\d{2}|2[AB]) \\d{3} \\d{3}', languages: 'fr' },
  { country: 'FR: NIR', shape: '[1-478]\\d{4}(?:\\d{2}|2[AB])\\d{8}', valid: frenchKey },
  {
    country: 'FR: NIR',
    shape: '[1-478]\\d{4}(?:\\d{2}|2[AB])\\d{6}(?:\\d{2})?',
    near: 'sécu|sécurité sociale|nir|insee',
  },
  {
    country: 'FR: INE',
    shape: '(?:\\d{10}[A-Z]|\\d{9}[A-Z]{2}|\\d{4}[A-Z]\\d{5}[A-Z])',
    languages: 'fr',
    near: 'ine|identifiant',
  },
  { country: 'DE: Steuer-ID', shape: '\\d{2} \\d{3} \\d{3} \\d{3}', valid: germanTaxNumber, languages: 'de' },
  { country: 'DE: Steuer-ID', shape: '\\d{11}', valid: germanTaxNumber, languages: 'de' },
  { country: 'DE: Steuer-ID', shape: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}', near: 'steuer|idnr|tin' },
  { country: 'DE: Rentenversicherung', shape: '\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}' },
  { country: 'CH: AHV', shape: '756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}' },
  {
    country: 'AT: SVNR',
    shape: '\\d{4} ?\\d{6}',
    near: 'svnr|sv-nummer|sozialversicherung|versicherungsnummer',
  },
  { country: 'CN: resident identity', shape: '\\d{6}(?:19|20)\\d{2}(?:0\\d|1[0-2])[0-3]\\d{4}[\\dXx]' },
  { country: 'CN: resident identity', shape: '\\d{15}|\\d{6} ?\\d{8} ?\\d{3}[\\dX]', near: '身份证|证件|id' },
  { country: 'CN: student number', shape: '[GLJ]\\d{6}(?:19|20)\\d{2}\\d{7}[\\dX]' },
  { country: 'HK: HKID', shape: '[A-Z]{1,2}\\d{6} ?[(（][\\dA][)）]' },
  { country: 'TW', shape: '[A-Z][12]\\d{8}', valid: taiwaneseNumber },
  { country: 'UK: NHS number', shape: '\\d{3} ?-?\\d{3} ?-?\\d{4}', near: 'nhs' },
  { country: 'UK: National Insurance', shape: '[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]' },
  { country: 'UK: UPN', shape: '[A-HJ-NP-Z]\\d{11}[\\dA-Z]' },
  { country: 'UK: ULN', shape: '\\d{10}', near: 'uln|unique learner' },
  { country: 'IE: PPS', shape: '\\d{7}[A-W][A-IW]?', near: 'pps|ppsn' },
  { country: 'SG: NRIC, FIN', shape: '[STFGM]\\d{7}[A-Z]' },
  { country: 'MY: MyKad', shape: '\\d{6}-\\d{2}-\\d{4}', valid: ymd },
  {
    country: 'IN: Aadhaar',
    shape: '[2-9]\\d{3}[ -]\\d{4}[ -]\\d{4}',
    valid: (id) => !/^(?:(?:19|20)\d\d){3}$/.test(id) && verhoeff(id),
  },
  { country: 'IN: Aadhaar', shape: '\\d{4}[ -]?\\d{4}[ -]?\\d{4}', near: 'aadhaar|aadhar|आधार' },
  { country: 'KR', shape: '\\d{6}-[1-4]\\d{6}', valid: ymd },
  {
    country: 'SE: personnummer',
    shape: '(?:19|20)?\\d{6}[-+]\\d{4}',
    valid: swedishOrDanish,
    languages: 'other en de',
  },
  { country: 'SE: personnummer', shape: '(?:19|20)?\\d{10}', near: 'personn|pnr' },
  { country: 'DK: CPR', shape: '\\d{6} ?-? ?\\d{4}', near: 'cpr' },
  { country: 'NO: fødselsnummer', shape: '\\d{6} ?\\d{5}', valid: (id) => dmy(id) && norwegianNumber(id) },
  { country: 'NO: fødselsnummer', shape: '\\d{6} ?\\d{5}', near: 'fødsels|personn|fnr' },
  { country: 'PL: PESEL', shape: '\\d{11}', valid: (id) => peselDay(id) && pesel(id), languages: 'other' },
  { country: 'PL: PESEL', shape: '\\d{11}', near: 'pesel' },
  { country: 'NL: BSN', shape: '\\d{9}', valid: elevenTest, languages: 'nl' },
  { country: 'NL: BSN', shape: '\\d{4}\\.?\\d{2}\\.?\\d{3}', near: 'bsn|burgerservice|sofi' },
  { country: 'BE: rijksregisternummer', shape: '\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}' },
  { country: 'IT: codice fiscale', shape: '[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]' },
  { country: 'PT: cartão de cidadão', shape: '\\d{8} ?\\d ?[A-Z]{2}\\d' },
  { country: 'BR: CPF', shape: '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}' },
  { country: 'BR: CPF', shape: '\\d{11}', valid: cpf, languages: 'other' },
  { country: 'BR: CPF', shape: '\\d{9}-?\\d{2}', near: 'cpf' },
  { country: 'MX: CURP', shape: '[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d' },
  { country: 'CL: RUT', shape: '\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dK]' },
  { country: 'CL: RUT', shape: '\\d{7,8}-[\\dK]', valid: chileanRut, languages: 'es' },
  {
    country: 'CA: SIN',
    shape: '\\d{3}[- ]\\d{3}[- ]\\d{3}',
    near: 'sin|social insurance|nas|assurance sociale',
  },
  { country: 'TR', shape: '[1-9]\\d{10}', valid: turkishNumber, languages: 'other' },
  {
    country: 'IBAN',
    shape: '[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7} ?[A-Z\\d]{1,4}',
    valid: (id) => /\d{6}/.test(id) && iban(id),
  },
];

/** Sweden's number has a check digit, Denmark's has none any more: a day at the beginning is enough. */
function swedishOrDanish(id: string): boolean {
  const short = id.length === 12 ? id.slice(2) : id;
  return ymd(short) || dmy(short);
}

function peselDay(id: string): boolean {
  return isDay(id.slice(0, 2), String(Number(id.slice(2, 4)) % 20), id.slice(4, 6));
}

function taiwaneseNumber(id: string): boolean {
  const region = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0]?.toUpperCase() ?? '') + 10;
  const digits = `${region}${id.slice(1)}`;
  const total = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1].reduce(
    (all, weight, i) => all + weight * Number(digits[i]),
    0,
  );
  return region >= 10 && total % 10 === 0;
}

function chileanRut(id: string): boolean {
  const digits = id.slice(0, -1);
  let total = 0;
  for (let i = 0; i < digits.length; i++) total += Number(digits[digits.length - 1 - i]) * (2 + (i % 6));
  return '0K987654321'[total % 11] === id.slice(-1).toUpperCase();
}
