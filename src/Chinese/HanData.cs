using System.Collections.Frozen;
using System.Text;

namespace Granary.Chinese;

/// <summary>Reads the embedded tables, which are Unicode data files modified as Data/README.md says.</summary>
internal static class HanData
{
    public static FrozenDictionary<int, Rune> Pairs(string name)
    {
        var pairs = new Dictionary<int, Rune>();
        foreach (var line in Lines(name))
        {
            var from = Rune.GetRuneAt(line, 0);
            pairs[from.Value] = Rune.GetRuneAt(line, from.Utf16SequenceLength);
        }

        return pairs.ToFrozenDictionary();
    }

    /// <summary>The first character of a line → the others, in ascending order.</summary>
    public static FrozenDictionary<int, int[]> Lists(string name) =>
        Lines(name).Select(line => line.EnumerateRunes().Select(r => r.Value).ToArray())
            .ToFrozenDictionary(characters => characters[0], characters => characters[1..]);

    /// <summary>Character → its readings, the main one first.</summary>
    public static FrozenDictionary<int, string[]> Readings()
    {
        var readings = new Dictionary<int, string[]>();
        var lines = Lines("readings.txt").Select(line => line.Split(' ')).ToList();
        foreach (var column in (int[])[1, 2])
        {
            foreach (var line in lines.Where(line => line.Length > column))
            {
                foreach (var rune in line[column].EnumerateRunes())
                {
                    readings[rune.Value] = readings.TryGetValue(rune.Value, out var others) ? [.. others, line[0]] : [line[0]];
                }
            }
        }

        return readings.ToFrozenDictionary();
    }

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(HanData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
