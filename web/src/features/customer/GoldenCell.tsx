import type { GoldenAttribute } from '../../api/types.ts';
import { useTranslation } from '../../app/translation.ts';
import { SystemCode } from '../../components/labels.tsx';
import { Masked } from '../../components/record/reveal.tsx';
import { useNames } from '../../components/useNames.ts';
import { Value } from '../../components/Value.tsx';
import { When } from '../../components/When.tsx';

/** The value that survived, why, and what it prevailed over. */
export function GoldenCell({ golden }: { golden: GoldenAttribute }) {
  const { t } = useTranslation();
  const names = useNames();
  const { provenance, losing } = golden;
  return (
    <>
      <div className="golden-value"><Masked attribute={golden.attribute} value={golden.value} /></div>
      <div className="provenance">
        <SystemCode system={provenance.system} />
        <span>{names.rule(provenance.rule)}</span>
        <When at={provenance.at} />
      </div>
      {losing.length > 0 && (
        <details className="losing">
          <summary>{t('golden.losing', { count: losing.length })}</summary>
          <ul>
            {losing.map((each) => (
              <li key={`${each.system} ${each.key}`}>
                <s><Value attribute={golden.attribute} value={each.value} /></s>
                <span className="provenance">
                  <SystemCode system={each.system} />
                  <span>{names.why(each.why)}</span>
                  <When at={each.at} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
