import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { segmentsQuery, type Segment, type SegmentKind } from '../../api/segments.ts';
import { useMay } from '../../api/session.ts';
import { useTranslation } from '../../app/translation.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useTitle } from '../../components/useTitle.ts';
import { When } from '../../components/When.tsx';
import './segments.css';

const SegmentEditor = lazy(async () => ({ default: (await import('./SegmentEditor.tsx')).SegmentEditor }));
const Compare = lazy(async () => ({ default: (await import('./Compare.tsx')).Compare }));

const kinds: readonly SegmentKind[] = ['dynamic', 'static', 'file', 'combined'];

/** Groups of customers: made, opened, put together and compared. Which one is open is in the address. */
export function SegmentsPage() {
  const { t } = useTranslation();
  useTitle(t('nav.segments'));
  const may = useMay()('segments.edit');
  const segments = useQuery(segmentsQuery);
  const [address, setAddress] = useSearchParams();
  const open = address.get('open');
  const fresh = kinds.find((kind) => `new-${kind}` === open);
  const opened = segments.data?.find((each) => each.id === open);
  const show = (id: string | null) => setAddress(id === null ? {} : { open: id }, { replace: true });
  return (
    <div className="segments-page">
      <div className="page-head">
        <h1>{t('nav.segments')}</h1>
        {may && kinds.map((kind) => <Button key={kind} size="small" onClick={() => show(`new-${kind}`)}>{t(`segments.new.${kind}`)}</Button>)}
        {(segments.data?.length ?? 0) > 1 && <Button size="small" onClick={() => show('compare')}>{t('segments.compare')}</Button>}
      </div>
      <div className="segments-body">
        {segments.error !== null ? <Problem error={segments.error} onRetry={() => void segments.refetch()} />
          : segments.data === undefined ? <PageSkeleton rows={5} />
          : segments.data.length === 0 && fresh === undefined ? <Nothing title={t('segments.none')} help={t('segments.none.help')} />
          : <SegmentList segments={segments.data} open={open} onOpen={show} />}
        <Suspense fallback={<PageSkeleton rows={5} />}>
          {open === 'compare' && segments.data !== undefined && <Compare segments={segments.data} />}
          {fresh !== undefined && <SegmentEditor key={fresh} kind={fresh} segment={null} segments={segments.data ?? []} onDone={show} />}
          {opened !== undefined && <SegmentEditor key={opened.id} kind={opened.kind} segment={opened} segments={segments.data ?? []} onDone={show} />}
        </Suspense>
      </div>
    </div>
  );
}

function SegmentList({ segments, open, onOpen }: { segments: readonly Segment[]; open: string | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <ul className="segment-list">
      {segments.map((segment) => (
        <li key={segment.id}>
          <button type="button" aria-current={segment.id === open} onClick={() => onOpen(segment.id)}>
            <b>{segment.name}</b>
            <Tag>{t(`segments.kind.${segment.kind}`)}</Tag>
            {segment.shared && <Tag color="blue">{t('segments.shared')}</Tag>}
            <span className="quiet"><When at={segment.changedAt} /></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
