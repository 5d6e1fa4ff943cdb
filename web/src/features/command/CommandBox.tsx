import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { bookmarksQuery } from '../../api/places.ts';
import { searchQuery } from '../../api/search.ts';
import { sessionQuery, useMay } from '../../api/session.ts';
import { navigationFor } from '../../app/navigation.ts';
import { useTranslation } from '../../app/translation.ts';
import { SearchIcon } from '../../components/icons.tsx';
import './command.css';
import { commandsFor, type Command } from './commands.ts';
import { useActions } from './useActions.ts';

/** A pause in typing that is worth a search. */
const pauseMs = 150;

/** Ctrl+K: customers by any of their keys, pages, actions, favourites and recents. Arrows choose, Enter goes. */
export function CommandBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const session = useQuery(sessionQuery);
  const bookmarks = useQuery(bookmarksQuery);
  const found = useQuery({ ...searchQuery(asked), enabled: asked !== '' && may('customers.read'), placeholderData: keepPreviousData, retry: false });
  const actions = useActions();
  const commands = commandsFor({
    text,
    customers: asked === '' || text.trim() === '' ? [] : (found.data?.customers ?? []),
    favourites: bookmarks.data?.favourites ?? [],
    recents: bookmarks.data?.recents ?? [],
    sections: navigationFor(session.data?.permissions ?? []),
    actions: Object.keys(actions),
    nameOf: (key) => t(key),
  });

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  function run(command: Command | undefined): void {
    if (command === undefined) return;
    onClose();
    if (command.to !== undefined) void navigate(command.to);
    else if (command.act !== undefined) actions[command.act]?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (at + step + commands.length) % Math.max(1, commands.length);
      setAt(next);
      document.getElementById(`command-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    // The Enter that ends a Chinese input method's word is not one for us.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(commands[at]);
    }
  }

  return (
    <dialog
      ref={dialog}
      className="command"
      aria-label={t('command.title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="command-field">
        <SearchIcon />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="command-list"
          aria-activedescendant={commands.length > 0 ? `command-${at}` : undefined}
          aria-label={t('command.placeholder')}
          placeholder={t('command.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd aria-hidden="true">Esc</kbd>
      </div>
      <div id="command-list" className="command-list" role="listbox" aria-label={t('command.results')}>
        {commands.map((command, index) => (
          <div key={command.id} role="presentation">
            {command.group !== commands[index - 1]?.group && <div className="command-group" role="presentation">{t(`command.group.${command.group}`)}</div>}
            <div id={`command-${index}`} role="option" aria-selected={index === at} className="command-item" onMouseMove={() => setAt(index)} onClick={() => run(command)}>
              <span>{command.label}</span>
              {command.hint !== undefined && <span className="command-hint">{command.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className="command-none" role="status">{t(found.isFetching ? 'command.searching' : 'command.none')}</p>}
    </dialog>
  );
}
