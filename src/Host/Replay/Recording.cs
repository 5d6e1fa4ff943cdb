using System.Globalization;
using Granary.Kernel;

namespace Granary.Host.Replay;

/// <summary>A directory of recorded traffic: what of it the hub's side needs.</summary>
/// <param name="Until">
/// The last message's time. Hub and bank start their clocks there: a replay is faster than the day was, and no message may come from
/// what the hub would take for the future.
/// </param>
internal sealed record Recording(string Directory, DateTimeOffset Until, int Messages, IReadOnlyDictionary<RecordId, string>? Truth)
{

    public DateOnly Day => DateOnly.FromDateTime(Until.DateTime);

    /// <exception cref="UserError">It is no recording; says which file is missing or wrong.</exception>
    public static Recording Load(string directory)
    {
        var order = Path.Combine(directory, "order.csv");
        if (!File.Exists(order))
        {
            throw new UserError($"{directory} is no recording: there is no order.csv in it");
        }

        DateTime? last = null;
        var messages = 0;
        foreach (var (line, text) in File.ReadLines(order).Index().Skip(1).Where(line => line.Item.Length > 0))
        {
            if (text.Split(',') is not [_, _, var at] || !DateTime.TryParse(at, CultureInfo.InvariantCulture, out var time))
            {
                throw new UserError($"{order}:{line + 1}: not a system, an index and a time");
            }

            last = last > time ? last : time;
            messages++;
        }

        return last is { } until
            ? new Recording(directory, new DateTimeOffset(until, BankTime.Offset), messages, ReadTruth(Path.Combine(directory, "truth.csv")))
            : throw new UserError($"{order} has no messages");
    }

    private static Dictionary<RecordId, string>? ReadTruth(string path) => !File.Exists(path)
        ? null
        : File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .ToDictionary(fields => new RecordId(fields[0], fields[1]), fields => fields[2]);
}
