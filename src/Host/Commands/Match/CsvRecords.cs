using System.Text;

namespace Granary.Host.Commands.Match;

/// <summary>
/// Reads the records of a CSV file (RFC 4180) one after the other, as places in one buffer: nothing is allocated for a field without doubled quotes. Lenient: a
/// quote within a field stands for itself, what follows a closing quote belongs to the field, empty lines are no records.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>Characters of a record: more, and a quote was opened and never closed.</summary>
    private const int Longest = 1 << 24;

    private readonly StreamReader _reader;
    private readonly List<(int Start, int Length, bool Quoted)> _fields = [];
    private char[] _buffer = new char[1 << 18];
    private int _at;
    private int _filled;
    private bool _ended;

    public CsvRecords(FileInfo file, Encoding encoding)
    {
        _reader = new(file.FullName, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        Fill(0);
        var line = _buffer.AsSpan(0, _filled);
        line = line[..(line.IndexOf('\n') is >= 0 and var end ? end : line.Length)];
        Delimiter = line.Count('\t') > line.Count(',') ? '\t' : ',';
        Delimiter = line.Count(';') > line.Count(Delimiter) ? ';' : Delimiter;
    }

    /// <summary>Comma, semicolon or tab: what the first line has the most of.</summary>
    public char Delimiter { get; }

    /// <summary>Fields of the record.</summary>
    public int Count => _fields.Count;

    /// <summary>Valid until the next record is read.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var (start, length, quoted) = _fields[field];
            var text = _buffer.AsSpan(start, length);
            return !quoted ? text
                : text.Length > 1 && text[^1] == '"' && !text[1..^1].Contains('"') ? text[1..^1]
                : Unquoted(text);
        }
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Whether there was one more record.</summary>
    public bool Read()
    {
        while (true)
        {
            var start = _at;
            while (!TryRead())
            {
                Fill(start);
                start = 0;
            }

            if (_fields.Count > 1 || _fields is [{ Length: > 0 }])
            {
                return true;
            }

            if (_at == _filled && _ended)
            {
                return false;
            }
        }
    }

    /// <summary>False where the buffer ends within the record.</summary>
    private bool TryRead()
    {
        _fields.Clear();
        var at = _at;
        while (true)
        {
            var start = at;
            var quoted = at < _filled && _buffer[at] == '"';
            at = quoted ? AfterQuotes(at) : at;
            var length = at < 0 ? -1 : _buffer.AsSpan(at, _filled - at).IndexOfAny(Delimiter, '\n', '\r');
            var end = length < 0 ? _filled : at + length;
            if (!_ended && end >= _filled - 1)
            {
                return false; // also where a line feed may follow a carriage return
            }

            _fields.Add((start, end - start, quoted));
            at = end + 1;
            if (end == _filled || _buffer[end] != Delimiter)
            {
                _at = end == _filled ? end : _buffer[end] == '\r' && at < _filled && _buffer[at] == '\n' ? at + 1 : at;
                return true;
            }
        }
    }

    /// <summary>The place after the quote that closes; negative where there is none.</summary>
    private int AfterQuotes(int at)
    {
        while (true)
        {
            var length = _buffer.AsSpan(at + 1, _filled - at - 1).IndexOf('"');
            at += length + 2;
            if (length < 0 || at >= _filled || _buffer[at] != '"')
            {
                return length < 0 ? -1 : at;
            }
        }
    }

    private static string Unquoted(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'))
            {
                kept.Append(text[i]);
                i += text[i] == '"' ? 1 : 0;
            }
        }

        return kept.ToString();
    }

    /// <summary>Brings what begins at a place to the front, and reads on behind it.</summary>
    private void Fill(int from)
    {
        var kept = _buffer.AsSpan(from, _filled - from);
        if (kept.Length > Longest)
        {
            throw new UserError($"a record has more than {Longest:n0} characters: a quote may have been opened and not closed");
        }

        if (kept.Length > _buffer.Length / 2)
        {
            var larger = new char[_buffer.Length * 2];
            kept.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            kept.CopyTo(_buffer);
        }

        (_at, _filled) = (0, kept.Length);
        var read = _reader.ReadBlock(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        _ended = read == 0 || _reader.EndOfStream;
    }
}
