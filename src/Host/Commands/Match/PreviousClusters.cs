using System.Globalization;

namespace Granary.Host.Commands.Match;

/// <summary>The clusters file of an earlier run, whose numbers are to be kept.</summary>
internal static class PreviousClusters
{
    private const string Cluster = "cluster_id", FileName = "file";

    /// <summary>For each record of the run, in order, its cluster's number then; 0: it was not there.</summary>
    /// <exception cref="UserError">The file is no clusters file, or the column is not in it or in a file of the run, or does not tell records apart.</exception>
    public static int[] Of(MatchRun run, FileInfo previous, string key)
    {
        var then = Read(previous, key);
        var now = new int[run.Linked.Clusters.Length];
        for (var (file, row) = (0, 0); file < run.Request.Files.Count; file++)
        {
            using var csv = new CsvRecords(run.Request.Files[file], run.Encodings[file]);
            var (name, place) = (run.Request.Files[file].Name, PlaceOf(key, CsvTables.HeadOf(csv), run.Request.Files[file]));
            for (; csv.Read(); row++)
            {
                var said = place < csv.Count ? csv[place].ToString() : "";
                now[row] = then.TryGetValue((name, said), out var number) || then.TryGetValue(("", said), out number) ? number : 0;
            }
        }

        return now;
    }

    private static Dictionary<(string File, string Key), int> Read(FileInfo previous, string key)
    {
        using var csv = new CsvRecords(previous, CsvTables.EncodingOf(previous));
        var head = CsvTables.HeadOf(csv);
        var (cluster, place, file) = (PlaceOf(Cluster, head, previous), PlaceOf(key, head, previous), Array.IndexOf(head, FileName));
        var numbers = new Dictionary<(string, string), int>();
        while (csv.Read())
        {
            var said = place < csv.Count ? csv[place].ToString() : "";
            if (!int.TryParse(csv[cluster], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                throw new UserError($"{previous.Name}: \"{csv[cluster]}\" is no number of a cluster");
            }

            if (said.Length > 0 && !numbers.TryAdd((file < 0 ? "" : csv[file].ToString(), said), number))
            {
                throw new UserError($"{previous.Name}: column \"{key}\" does not tell records apart: two say the same");
            }
        }

        return numbers;
    }

    private static int PlaceOf(string column, string[] head, FileInfo file) =>
        Array.IndexOf(head, column) is >= 0 and var place ? place : throw new UserError($"{file.Name} has no column \"{column}\"");
}
