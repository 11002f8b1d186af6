/** Check digits of national numbers. Each takes digits (and letters) alone, without spaces or hyphens. */

const sum = (digits: string, weights: readonly number[]) =>
  weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);

const PRODUCT = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const TURN = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff's scheme over the dihedral group of ten: India's Aadhaar. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const turned = Number(TURN[i % 8]?.[Number(digits[digits.length - 1 - i])]);
    check = Number(PRODUCT[check]?.[turned]);
  }
  return check === 0;
}

/** Spain: DNI and NIE, the letter is the number modulo 23. */
export function spanishLetter(id: string): boolean {
  const digits = id.toUpperCase().replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits.slice(0, 8)) % 23] === digits[8];
}

/** France: NIR with its key of two digits, 97 less the number modulo 97; Corsica's 2A and 2B count as 19 and 18. */
export function frenchKey(id: string): boolean {
  const digits = id.toUpperCase().replace('2A', '19').replace('2B', '18');
  return digits.length === 15 && 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13));
}

/** Germany: Steuer-ID, ISO 7064 MOD 11,10; one digit comes twice or three times among the first ten. */
export function germanTaxNumber(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const step = (Number(digit) + product) % 10 || 10;
    product = (step * 2) % 11;
  }
  const different = new Set(digits.slice(0, 10)).size;
  return (
    digits[0] !== '0' && (different === 9 || different === 8) && (11 - product) % 10 === Number(digits[10])
  );
}

/** Poland: PESEL. */
export function pesel(digits: string): boolean {
  return (sum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + Number(digits[10])) % 10 === 0;
}

/** Norway: fødselsnummer, two check digits modulo 11. */
export function norwegianNumber(digits: string): boolean {
  const first = sum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
  return first === 0 && sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Netherlands: BSN, the test of eleven. */
export function elevenTest(digits: string): boolean {
  return Number(digits) > 0 && sum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Brazil: CPF, two check digits modulo 11. */
export function cpf(digits: string): boolean {
  if (/^(\d)\1{10}$/.test(digits)) return false;
  const check = (length: number) => {
    const weights = Array.from({ length }, (_, i) => length + 1 - i);
    return ((sum(digits, weights) * 10) % 11) % 10 === Number(digits[length]);
  };
  return check(9) && check(10);
}

/** Turkey: T.C. kimlik numarası. */
export function turkishNumber(digits: string): boolean {
  const odd = sum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = sum(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return digits[0] !== '0' && tenth === Number(digits[9]) && (odd + even + tenth) % 10 === Number(digits[10]);
}

/** ISO 13616: IBAN, modulo 97 with letters as 10 to 35. */
export function iban(id: string): boolean {
  const moved = (id.slice(4) + id.slice(0, 4)).toUpperCase();
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** @param digits year (two or four), month, day, each of two digits; @returns whether there can be such a day */
export function isDay(year: string, month: string, day: string): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return /^\d{2,4}$/.test(year) && Number(day) >= 1 && Number(day) <= days;
}
