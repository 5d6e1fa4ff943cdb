using System.Globalization;

namespace Granary.Host.Replay;

/// <summary>A directory of recorded traffic: what of it the hub's side needs.</summary>
internal sealed record Recording(string Directory, DateTimeOffset Start, int Messages, IReadOnlyDictionary<RecordId, string>? Truth)
{
    /// <summary>Times in a recording are Beijing time.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public DateOnly Day => DateOnly.FromDateTime(Start.DateTime);

    /// <exception cref="UserError">It is no recording; says which file is missing or wrong.</exception>
    public static Recording Load(string directory)
    {
        var order = Path.Combine(directory, "order.csv");
        if (!File.Exists(order))
        {
            throw new UserError($"{directory} is no recording: there is no order.csv in it");
        }

        DateTime? first = null;
        var messages = 0;
        foreach (var (line, text) in File.ReadLines(order).Index().Skip(1).Where(line => line.Item.Length > 0))
        {
            if (text.Split(',') is not [_, _, var at] || !DateTime.TryParse(at, CultureInfo.InvariantCulture, out var time))
            {
                throw new UserError($"{order}:{line + 1}: not a system, an index and a time");
            }

            first ??= time;
            messages++;
        }

        return first is { } start
            ? new Recording(directory, new DateTimeOffset(start, Beijing), messages, ReadTruth(Path.Combine(directory, "truth.csv")))
            : throw new UserError($"{order} has no messages");
    }

    private static Dictionary<RecordId, string>? ReadTruth(string path) => !File.Exists(path)
        ? null
        : File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .ToDictionary(fields => new RecordId(fields[0], fields[1]), fields => fields[2]);
}
