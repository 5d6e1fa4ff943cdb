import type { InputHTMLAttributes } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  fault?: string | null;
}

export function Field({ id, label, help, fault = null, onChange, ...input }: Props) {
  const described = fault !== null ? `${id}-fault` : help === undefined ? undefined : `${id}-help`;
  return (
    <label className="plain-field" htmlFor={id}>
      <span>{label}</span>
      <input {...input} id={id} name={id} aria-invalid={fault !== null} aria-describedby={described} onChange={(event) => onChange(event.target.value)} />
      {fault !== null ? (
        <span id={`${id}-fault`} className="plain-field-fault">{fault}</span>
      ) : (
        help !== undefined && <span id={`${id}-help`} className="plain-field-help">{help}</span>
      )}
    </label>
  );
}
