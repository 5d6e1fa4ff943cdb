import { lazy, Suspense, useEffect, useState } from 'react';
import { answerStepUpWith } from '../api/client.ts';

const StepUpDialog = lazy(async () => ({ default: (await import('./StepUpDialog.tsx')).StepUpDialog }));

interface Question {
  answer: (given: boolean) => void;
}

/** Waits for the server to want the password again. Calls that meet the same question share the one dialog. */
export function StepUp() {
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    let open: Promise<boolean> | null = null;
    answerStepUpWith(() => {
      open ??= new Promise<boolean>((resolve) => {
        setQuestion({
          answer: (given) => {
            open = null;
            setQuestion(null);
            resolve(given);
          },
        });
      });
      return open;
    });
    return () => answerStepUpWith(null);
  }, []);

  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <StepUpDialog onDone={question.answer} />
    </Suspense>
  );
}
