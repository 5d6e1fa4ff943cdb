import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from '../../../app/translation.ts';
import { useDesign, useLooked } from '../DesignContext.ts';
import { key, type Part } from '../model/document.ts';
import { setProperty } from '../model/edits.ts';

interface Of {
  part: Part;
  property: string;
  label: string;
}

/** A label above its field, and beneath it what the check says of it. */
export function Field({ label, extra, part, property, children }: { label: string; extra?: ReactNode; part?: Part; property?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="property">
      <span className="property-label"><label htmlFor={id}>{label}</label>{extra}</span>
      {children(id)}
      {part !== undefined && property !== undefined && <Said part={part} property={property} />}
    </div>
  );
}

/** What the last check said of one property. */
export function Said({ part, property }: { part: Part; property: string }) {
  const { t, i18n } = useTranslation();
  const { findings } = useLooked();
  const said = findings.get(part[key])?.filter((finding) => finding.property === property || finding.property.startsWith(`${property}[`)) ?? [];
  return said.map((finding) => (
    <p key={finding.property + finding.code} className="property-said" data-severity={finding.severity}>{i18n.exists(`designer.finding.${finding.code}`) ? t(`designer.finding.${finding.code}` as 'designer.finding.cycle') : finding.text}</p>
  ));
}

export function useProperty(part: Part, property: string) {
  const design = useDesign();
  return (value: unknown) => design.edit(setProperty(part[key], property, value === '' || value === null ? undefined : value), `${part[key]}.${property}`);
}

export function TextField({ part, property, label, maxLength = 200, code = false, placeholder }: Of & { maxLength?: number; code?: boolean; placeholder?: string }) {
  const set = useProperty(part, property);
  const { may } = useLooked();
  return (
    <Field label={label} part={part} property={property}>
      {(id) => <Input id={id} className={code ? 'mono' : ''} disabled={!may} maxLength={maxLength} placeholder={placeholder} value={String(part[property] ?? '')} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}

export function NumberField({ part, property, label, min, max, usual }: Of & { min?: number; max?: number; usual?: number }) {
  const set = useProperty(part, property);
  const { may } = useLooked();
  const value = part[property];
  return (
    <Field label={label} part={part} property={property}>
      {(id) => <InputNumber id={id} className="property-number" disabled={!may} min={min} max={max} placeholder={usual === undefined ? undefined : String(usual)} value={typeof value === 'number' ? value : value === undefined ? null : Number(value)} onChange={set} />}
    </Field>
  );
}

export function FlagField({ part, property, label, usual = false }: Of & { usual?: boolean }) {
  const set = useProperty(part, property);
  const { may } = useLooked();
  return <Checkbox className="property-flag" disabled={!may} checked={(part[property] ?? usual) === true} onChange={(event) => set(event.target.checked === usual ? undefined : event.target.checked)}>{label}</Checkbox>;
}

export function SelectField({ part, property, label, options, usual }: Of & { options: readonly { value: string; label: string }[]; usual: string }) {
  const set = useProperty(part, property);
  const { may } = useLooked();
  return (
    <Field label={label} part={part} property={property}>
      {(id) => <Select id={id} className="property-wide" disabled={!may} options={[...options]} value={String(part[property] ?? usual)} onChange={(value) => set(value === usual ? undefined : value)} />}
    </Field>
  );
}

/** Several lines that grow with what is in them. Ant Design's own growing needs a style element, which the page's policy refuses. */
export function Area({ rows = 2, className = '', ...rest }: Omit<ComponentProps<typeof Input.TextArea>, 'autoSize'>) {
  return <Input.TextArea {...rest} rows={rows} className={`grows ${className}`} data-rows={rows} />;
}
