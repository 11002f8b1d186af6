/** The mark: a door in the district's hue with a sliver of light. */
export function DoorMark() {
  return (
    <svg class="door-mark" viewBox="0 0 24 32" width="24" height="32" aria-hidden="true" focusable="false">
      <path class="mark-frame" d="M2 31V2h20v29" />
      <path class="mark-light" d="M14.5 3.5h6V31h-6z" />
      <path class="mark-leaf" d="M3.5 3.5l11 2.6v28l-11-3.1z" />
    </svg>
  );
}
