using System.Globalization;
using System.Text;

namespace Granary.Wire;

/// <summary>The control file of a pair: how many records, and their hash.</summary>
/// <param name="Sha256">Of the data file's bytes, 64 lower-case hexadecimal digits.</param>
public sealed record ControlFile(int Count, string Sha256)
{
    /// <summary>Null where the text is no control file. Keys that are not known are ignored, the order does not matter.</summary>
    public static ControlFile? Parse(string text)
    {
        int? count = null;
        string? sha256 = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("count=", StringComparison.Ordinal)
                && int.TryParse(line.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                count = number;
            }
            else if (line.StartsWith("sha256=", StringComparison.Ordinal) && line.Length == 7 + 64 && line.AsSpan(7).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0)
            {
                sha256 = line[7..].ToLowerInvariant();
            }
        }

        return count is { } records && sha256 is not null ? new ControlFile(records, sha256) : null;
    }

    /// <summary>count= and sha256= lines, LF.</summary>
    public string Format() => string.Create(CultureInfo.InvariantCulture, $"count={Count}\nsha256={Sha256}\n");
}

/// <param name="Line">From 1.</param>
public sealed record ResponseLine(int Line, string Code, string Field, string Text);

/// <summary>The answer to a file pair: totals, and a line for each record that is refused.</summary>
public sealed record ResponseFile(int Total, int Done, int Refused, IReadOnlyList<ResponseLine> Lines)
{
    private static readonly string[] Totals = ["total=", "done=", "refused="];

    /// <summary>Null where the text is no whole response: a file that is still being written is not read as a short one.</summary>
    public static ResponseFile? Parse(string text)
    {
        if (!text.EndsWith('\n'))
        {
            return null;
        }

        var lines = text[..^1].Split('\n');
        var totals = lines[0].Split(',');
        var numbers = new int[Totals.Length];
        for (var i = 0; i < Totals.Length; i++)
        {
            if (totals.Length != Totals.Length || !totals[i].StartsWith(Totals[i], StringComparison.Ordinal)
                || !int.TryParse(totals[i].AsSpan(Totals[i].Length), NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        var refusals = new List<ResponseLine>();
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split('|', 4);
            if (parts.Length != 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            refusals.Add(new ResponseLine(number, parts[1], parts[2], parts[3]));
        }

        return refusals.Count == numbers[2] ? new ResponseFile(numbers[0], numbers[1], numbers[2], refusals) : null;
    }

    public string Format()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"total={Total},done={Done},refused={Refused}\n");
        foreach (var line in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Line}|{line.Code}|{Plain(line.Field)}|{Plain(line.Text).Replace('|', ' ')}\n");
        }

        return text.ToString();
    }

    private static string Plain(string text) => text.Replace('\n', ' ').Replace('\r', ' ');
}
