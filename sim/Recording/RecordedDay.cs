using System.Globalization;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Recording;

/// <param name="Message">Without its length prefix.</param>
internal sealed record RecordedMessage(string System, int Index, DateTimeOffset At, byte[] Message);

/// <summary>A recording's directory: the online messages in the order of order.csv, and the days of its file pairs.</summary>
internal sealed record RecordedDay(IReadOnlyList<RecordedMessage> Online, IReadOnlyList<DateOnly> FileDays, int FileRecords)
{
    /// <exception cref="InvalidDataException">The files do not fit together; the text says which.</exception>
    public static RecordedDay Load(string folder)
    {
        var messages = new Dictionary<string, List<byte[]>>(StringComparer.Ordinal);
        foreach (var format in SystemFormats.All.Where(format => File.Exists(Path.Combine(folder, $"{format.System}.bin"))))
        {
            messages[format.System] = format.Split(File.ReadAllBytes(Path.Combine(folder, $"{format.System}.bin")));
        }

        var order = Path.Combine(folder, "order.csv");
        if (!File.Exists(order))
        {
            throw new InvalidDataException($"{folder} is no recording: order.csv is missing");
        }

        var online = new List<RecordedMessage>();
        foreach (var row in File.ReadLines(order).Skip(1).Select(line => line.Split(',')).Where(row => row.Length == 3 && row[0] != SystemFormats.FileSystem))
        {
            var index = int.Parse(row[1], CultureInfo.InvariantCulture);
            online.Add(messages.TryGetValue(row[0], out var file) && index < file.Count
                ? new(row[0], index, BeijingTime.Parse(row[2]), file[index])
                : throw new InvalidDataException($"order.csv names message {index} of {row[0]}, which {row[0]}.bin does not have"));
        }

        var days = Directory.EnumerateFiles(folder, $"{SystemFormats.FileSystem}_CUST_*.ctl")
            .Select(path => DateOnly.ParseExact(Path.GetFileNameWithoutExtension(path)[^8..], "yyyyMMdd", CultureInfo.InvariantCulture)).Order().ToList();
        var records = days.Sum(day => File.ReadAllBytes(Path.Combine(folder, EndOfDay.Name(SystemFormats.FileSystem, day, "dat"))).Count(b => b == '\n'));
        return new(online, days, records);
    }
}
