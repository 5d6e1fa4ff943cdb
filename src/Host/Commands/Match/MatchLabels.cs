using System.Text;
using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>
/// Reads what people said of pairs: a CSV file with the columns record_a, record_b and same (yes, no; nothing where nobody knows), and with several files file_a and
/// file_b. That is what <c>--pairs</c> writes, with a column added.
/// </summary>
internal static class MatchLabels
{
    /// <exception cref="UserError">A column is missing, or a line names no record or says neither yes nor no.</exception>
    public static List<LabelledPair> Read(FileInfo labels, RecordPlaces places)
    {
        if (!labels.Exists)
        {
            throw new UserError($"there is no file {labels.FullName}");
        }

        using var csv = new CsvRecords(labels, Encoding.UTF8);
        var heads = csv.Read() ? Enumerable.Range(0, csv.Count).Select(i => csv[i].Trim().ToString().ToLowerInvariant()).ToList() : [];
        var (a, b, same, fileA, fileB) = (Place("record_a"), Place("record_b"), Place("same"), heads.IndexOf("file_a"), heads.IndexOf("file_b"));
        if (places.Files.Count > 1 && (fileA < 0 || fileB < 0))
        {
            throw new UserError($"{labels.Name} needs the columns \"file_a\" and \"file_b\": records of {places.Files.Count} files are matched");
        }

        var pairs = new List<LabelledPair>();
        for (var line = 2; csv.Read(); line++)
        {
            if (Said(Field(same)) is { } said)
            {
                pairs.Add(new(Row(fileA, a), Row(fileB, b), said));
            }
            else if (Field(same).Length > 0)
            {
                throw new UserError($"{labels.Name}, line {line}: same is \"{Field(same)}\", neither yes nor no");
            }

            int Row(int file, int record) => places.Row(Field(file), Field(record))
                ?? throw new UserError($"{labels.Name}, line {line}: there is no record \"{Field(record)}\"{(file < 0 ? "" : $" in a file \"{Field(file)}\"")}");
        }

        return pairs;

        int Place(string column) => heads.IndexOf(column) is >= 0 and var place ? place : throw new UserError($"{labels.Name} has no column \"{column}\"");

        string Field(int place) => place >= 0 && place < csv.Count ? csv[place].Trim().ToString() : "";
    }

    private static bool? Said(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "same" or "1" or "true" or "是" => true,
        "no" or "n" or "different" or "0" or "false" or "否" => false,
        _ => null,
    };
}
