import { useEffect, useRef } from 'react';
import { useTranslation } from '../../app/translation.ts';
import { CloseIcon } from '../../components/icons.tsx';
import './command.css';

const groups = [
  { name: 'keyboard.everywhere', keys: [['Ctrl K', 'command'], ['?', 'help'], ['g h', 'home'], ['Esc', 'close']] },
  { name: 'keyboard.lists', keys: [['/', 'search'], ['↑ ↓', 'move'], ['Enter', 'open'], ['Space', 'select'], ['e', 'edit']] },
  { name: 'keyboard.designer', keys: [['n', 'fresh'], ['↑ ↓', 'move'], ['Alt ↑ ↓', 'shift'], ['Delete', 'drop'], ['Ctrl D', 'duplicate'], ['Ctrl Z', 'undo'], ['Ctrl Shift Z', 'redo']] },
  { name: 'keyboard.records', keys: [['j', 'next'], ['k', 'previous'], ['← →', 'tabs']] },
] as const;

/** `?`: every key there is. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="command keyboard" aria-label={t('keyboard.title')} onClose={onClose}>
      <header>
        <h2>{t('keyboard.title')}</h2>
        <button type="button" className="tool" aria-label={t('action.close')} onClick={onClose}><CloseIcon /></button>
      </header>
      <div className="keyboard-groups">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{t(group.name)}</h3>
            <dl>
              {group.keys.map(([key, what]) => (
                <div key={key}>
                  <dt>{key.split(' ').map((each) => <kbd key={each}>{each}</kbd>)}</dt>
                  <dd>{t(`keyboard.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
