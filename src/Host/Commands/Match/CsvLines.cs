using System.Buffers;
using System.Globalization;

namespace Granary.Host.Commands.Match;

/// <summary>Writes records of a CSV file (RFC 4180), with commas, as UTF-8.</summary>
internal sealed class CsvLines(string path) : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly StreamWriter _writer = new(path, append: false, new System.Text.UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
    private bool _started;

    public void Dispose() => _writer.Dispose();

    public void Field(ReadOnlySpan<char> text)
    {
        Separate();
        if (text.ContainsAny(Special) || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' ')))
        {
            _writer.Write('"');
            _writer.Write(text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
        else
        {
            _writer.Write(text);
        }
    }

    public void Field(int number)
    {
        Separate();
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _writer.Write(digits[..length]);
    }

    public void End()
    {
        _writer.WriteLine();
        _started = false;
    }

    private void Separate()
    {
        if (_started)
        {
            _writer.Write(',');
        }

        _started = true;
    }
}
