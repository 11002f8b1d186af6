import type { Frame } from '../kit/frame.ts';

interface TogetherProps {
  frame: Frame;
  label: string;
  pages: readonly { href: string; label: string }[];
  /** the address of the present one, where it is not the path */
  here?: string;
}

/** Links between pages that belong together, the present one marked. */
export function Together({ frame, label, pages, here }: TogetherProps) {
  const path = here ?? frame.path.split('?')[0];
  return (
    <nav class="together" aria-label={label}>
      <ul class="pages">
        {pages.map((page) => (
          <li key={page.href}>
            <a href={page.href} aria-current={page.href === path ? 'page' : undefined}>
              {page.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
