interface CopyableProps {
  /** what it is: "Address of this story" */
  label: string;
  text: string;
}

/** Words to take along: one press selects them all, without any script. */
export function Copyable({ label, text }: CopyableProps) {
  return (
    <p class="copyable">
      <span class="copyable-label">{label}</span> <code dir="ltr">{text}</code>
    </p>
  );
}
