import { useTranslation } from '../../app/translation.ts';

const steps = ['file', 'columns', 'check', 'run', 'result'] as const;

/** Where one is on the way from a file to what came of it. */
export function ImportSteps({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <ol className="import-steps" aria-label={t('imports.steps')}>
      {steps.map((step, index) => (
        <li key={step} data-past={index < at} aria-current={index === at ? 'step' : undefined}>
          <span className="figures">{index + 1}</span> {t(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
