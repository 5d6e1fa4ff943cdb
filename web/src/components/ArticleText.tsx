import type { ReactNode } from 'react';

/** An article's text: "# " begins a heading, "- " an entry of a list, an empty line ends a paragraph. All of it is text; nothing is read as markup. */
export function ArticleText({ text }: { text: string }) {
  return <div className="article-text">{blocksOf(text)}</div>;
}

function blocksOf(text: string): ReactNode[] {
  const blocks: ReactNode[] = [];
  let entries: string[] = [];
  let lines: string[] = [];
  const end = () => {
    if (entries.length > 0) blocks.push(<ul key={blocks.length}>{entries.map((entry, index) => <li key={index}>{entry}</li>)}</ul>);
    if (lines.length > 0) blocks.push(<p key={blocks.length}>{lines.join('\n')}</p>);
    entries = [];
    lines = [];
  };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('- ')) {
      if (lines.length > 0) end();
      entries.push(line.slice(2));
    } else {
      if (entries.length > 0 || line === '' || line.startsWith('# ')) end();
      if (line.startsWith('# ')) blocks.push(<h2 key={blocks.length}>{line.slice(2)}</h2>);
      else if (line !== '') lines.push(line);
    }
  }
  end();
  return blocks;
}
