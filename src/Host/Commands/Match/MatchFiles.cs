using System.Globalization;
using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>The CSV files that a run writes.</summary>
internal static class MatchFiles
{
    /// <summary>Every record as it was read, with its cluster's number in front.</summary>
    /// <param name="before">For each record its cluster's number in an earlier run, which goes on; 0 or nothing: clusters are numbered in the order of their first records.</param>
    public static void WriteClusters(MatchRun run, string path, int[]? before = null)
    {
        var numbers = StableNumbers.Of(run.Linked.Clusters, before ?? new int[run.Linked.Clusters.Length]);
        var files = run.Request.Files.Select((file, i) => new CsvRecords(file, run.Encodings[i])).ToList();
        var heads = files.ConvertAll(CsvTables.HeadOf);
        var columns = heads.SelectMany(head => head).Distinct().ToList();
        var several = run.Request.Files.Count > 1;
        using var writer = new CsvLines(path);
        Write(writer, [.. several ? ["cluster_id", "file"] : new[] { "cluster_id" }, .. columns]);
        for (var (file, row) = (0, 0); file < heads.Count; file++)
        {
            var places = columns.Select(name => Array.IndexOf(heads[file], name)).ToArray();
            using var csv = files[file];
            for (; csv.Read(); row++)
            {
                writer.Field(numbers[row]);
                if (several)
                {
                    writer.Field(run.Request.Files[file].Name);
                }

                foreach (var place in places)
                {
                    writer.Field(place >= 0 && place < csv.Count ? csv[place] : "");
                }

                writer.End();
            }
        }
    }

    /// <summary>The pairs, surest first.</summary>
    public static void WritePairs(MatchRun run, string path)
    {
        using var writer = new CsvLines(path);
        Write(writer, ["file_a", "record_a", "file_b", "record_b", "match_weight", "match_probability", "same_cluster"]);
        foreach (var pair in run.Linked.Pairs.OrderByDescending(p => p.Weight).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            var ((fileA, recordA), (fileB, recordB)) = (run.At(pair.A), run.At(pair.B));
            Write(writer,
            [
                fileA, $"{recordA}", fileB, $"{recordB}", pair.Weight.ToString("f3", CultureInfo.InvariantCulture), pair.Probability.ToString("g6", CultureInfo.InvariantCulture),
                run.Linked.Clusters[pair.A] == run.Linked.Clusters[pair.B] ? "1" : "0",
            ]);
        }
    }

    private static void Write(CsvLines writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            writer.Field(field);
        }

        writer.End();
    }
}
